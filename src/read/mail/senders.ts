import { late } from '../../text/late-pattern.ts';

/** What kind of sender a letter's headers betray. */
export type Sender = 'person' | 'answering-machine' | 'notice';

/** The value of a header by its lower-case name, empty where there is none. */
export type HeaderValue = (name: string) => string;

const AUTOMATIC_SUBJECT = late(
  () =>
    /^(?:re: )?(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|auto:|out of (?:the )?office|automatische antwort|abwesenheitsnotiz|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|autosvar|автоматический ответ|автоответ|ответ автоматически)/iu,
);

/** Help desks mark the answers of their people as made by a program; they are still the answers of people. */
const HELP_DESK = late(
  () => /zendesk|freshdesk|help ?scout|intercom|front|gorgias|kayako|jira|zoho|hubspot|omnidesk|usedesk|otrs|zammad/iu,
);

/**
 * Tells automatic replies and notices (bounces, bulk mail, newsletters) from letters of people, by RFC 3834 and the
 * headers in common use. In doubt a letter is a person's.
 */
export function senderOf(header: HeaderValue, from: string, subject: string): Sender {
  const localPart = from.split('@')[0] ?? '';
  const report = /^multipart\/report/iu.test(header('content-type'));
  const emptyReturn = header('return-path').trim() === '<>';
  const answers = header('in-reply-to') !== '' || header('references') !== '';
  if (/^(?:mailer-daemon|postmaster)$/iu.test(localPart) || report || header('x-failed-recipients') !== '') {
    return 'notice';
  }
  const submitted = header('auto-submitted').trim().toLowerCase();
  const precedence = header('precedence').trim().toLowerCase();
  const marked =
    submitted.startsWith('auto-replied') ||
    header('x-autoreply') !== '' ||
    header('x-autorespond') !== '' ||
    header('x-autoresponder') !== '' ||
    precedence === 'auto_reply';
  if (marked || AUTOMATIC_SUBJECT.test(subject.trim())) {
    return 'answering-machine';
  }
  const desk = HELP_DESK.test(`${header('x-mailer')} ${header('message-id')} ${header('x-generated-by')}`);
  if (submitted.startsWith('auto-') && !(answers || desk)) {
    return 'answering-machine';
  }
  if (emptyReturn && !answers) {
    return 'notice';
  }
  // A discussion list can be written to, and a support address is often one; only what speaks to many is a notice.
  const bulk = precedence === 'bulk' || precedence === 'junk';
  const newsletter = header('list-unsubscribe') !== '' && header('list-post') === '';
  return (bulk || newsletter) && !answers && !desk ? 'notice' : 'person';
}
