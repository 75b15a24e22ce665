import { late } from '../../text/late-pattern.ts';

/**
 * The words by which mail programs of many languages mark what they quote. Every pattern is linear: bounded, and
 * tried on one line (or a few joined lines) of bounded length only.
 */

/** "wrote", as the mail programs say it above a quotation. */
export const WROTE = late(
  () =>
    /(?:^|[^\p{L}])(?:wrote|writes|a écrit|écrivait|schrieb|schreibt|escribió|escribio|escreveu|ha scritto|schreef|skrev|skrifaði|kirjoitti|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|yazdı|пишет|написал(?:\(а\)|а|и)?|писал(?:\(а\)|а|и)?|пише|написав(?:\(ла\))?|написала|napisao|írta|a scris)(?=[^\p{L}]|$)/iu,
);

/** Other verbs by which an author says "these are somebody else's words". */
export const SAID = late(
  () =>
    /(?:^|[^\p{L}])(?:asked|said|mentioned|stated|reported|quote|quoted|your question|you say|спрашивал[аи]?|спросил[аи]?|сказал[аи]?|сообщил[аи]?|цитирую|цитата|ваш вопрос|gefragt|fragten|demandé|preguntó)(?=[^\p{L}]|$)/iu,
);

/** How an attribution line begins: "On …", "Am …", "пт, 6 мар. …", a date. */
export const OPENING = late(
  () =>
    /^[\s"*_[(]*(?:(?:on|le|am|el|em|il|op|den|dne|dnia|w dniu|dňa|în|la|в)\s|\d|\p{L}{2,12}\.?,?\s+\d|\p{L}{2,12}\.?,\s+\p{L}{3,12}\.?\s+\d)/iu,
);

/** A day with its year. */
export const DAY =
  /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)|\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b(?:19|20)\d\d(?!\d)/u;

export const CLOCK = /\b\d{1,2}[:.h]\d{2}(?!\d)/u;

export const ADDRESS = /[^\s<>@"':;,()]{1,64}@[^\s<>@"':;,()]{1,190}\.[a-z]{2,20}/iu;

/** The author speaks of "you" or "us": no mail program does. */
export const SPOKEN = late(
  () =>
    /(?:^|[^\p{L}])(?:you|your|our|we|i|my|us|colleague|he|she|they|вы|ваш\p{L}{0,3}|наш\p{L}{0,3}|мы|я|коллег\p{L}{0,3}|он|она|sie|ihr|wir|vous|votre|nous)(?=[^\p{L}]|$)/iu,
);

/** `-----Original Message-----` and its sisters; the dashes are part of it. */
export const SEPARATOR = late(
  () =>
    /-{3,60}\s{0,3}(?:original message|original appointment|forwarded message|begin forwarded message|reply message|reply above|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|message d['’]origine|message original|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|oprindelig meddelelse|opprinnelig melding|videresendt (?:meddelelse|melding)|ursprungligt meddelande|vidarebefordrat meddelande|alkuperäinen viesti|исходное сообщение|первоначальное сообщение|пересылаемое сообщение|пересланное сообщение|переадресованное сообщение|перенаправленное сообщение|конец исходного сообщения|оригінальне повідомлення|початкове повідомлення|переслане повідомлення|wiadomość oryginalna|původní zpráva)\s{0,3}-{3,60}/iu,
);

/** Help desks ask to write above this line: what stands below is their letter. */
export const REPLY_LINE = late(
  () =>
    /^\s*(?:##-.{1,80}-##|[-–—=*#\s]{0,20}(?:please )?(?:type|write|enter|add)?\s?(?:your )?reply above this line[-–—=*#.\s]{0,20}|[-–—=*#\s]{0,20}(?:пожалуйста, )?(?:введите|напишите|пишите)(?: ваш)? ответ (?:над|выше) этой стро(?:кой|ки)[-–—=*#.\s]{0,20})$/iu,
);

/** Apple Mail's line above a forwarded message. */
export const FORWARDED = late(
  () =>
    /^\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|начало переадресованного сообщения|начало пересылаемого сообщения|vidarebefordrat brev)\s*:\s*$/iu,
);

/** A line of the header block that Outlook and its kin put above the quoted message. */
export const HEADER_FIELDS = {
  from: late(
    () =>
      /^\s*\*{0,2}(?:from|von|de|da|van|från|fra|lähettäjä|od|kimden|от(?: кого)?|від(?: кого)?)\*{0,2}\s?:\*{0,2}\s*(?=\S)/iu,
  ),
  sent: late(
    () =>
      /^\s*\*{0,2}(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|enviada em|fecha|data|inviato|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|wysłano|odesláno|gönderme|отправлено|дата|надіслано)\*{0,2}\s?:\*{0,2}\s*(?=\S)/iu,
  ),
  to: late(
    () => /^\s*\*{0,2}(?:to|an|à|para|a|aan|till|til|vastaanottaja|do|komu|kime|кому)\*{0,2}\s?:\*{0,2}\s*(?=\S)/iu,
  ),
  copy: late(() => /^\s*\*{0,2}(?:cc|kopie|copie à|kopia|kopi|копия|копія)\*{0,2}\s?:\*{0,2}\s*(?=\S)/iu),
  subject: late(
    () =>
      /^\s*\*{0,2}(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|konu|тема)\*{0,2}\s?:/iu,
  ),
} as const;

/** A sign-off formula at the beginning of a line; a name may follow it. */
export const SIGN_OFF = late(
  () =>
    /^\s*(?:(?:with\s+)?(?:best|kind|kindest|warm|warmest|many)?\s?regards|best wishes|all the best|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully|cordially|cheers|best|(?:many )?thanks(?: again)?|thank you|с уважением|с наилучшими пожеланиями|с благодарностью|всего доброго|всего наилучшего|спасибо|заранее спасибо|з повагою|mit freundlichen grüßen|(?:viele|liebe|beste|freundliche) grüße|cordialement|bien à vous|saludos(?: cordiales)?|atentamente|atenciosamente|cordiali saluti|met vriendelijke groet(?:en)?|med vänliga? hälsning(?:ar)?|(?:med )?ven(?:n)?lig hilsen|mvh|hilsen|ystävällisin terveisin|pozdrawiam|z poważaniem)(?=[\s,.!]|$)/iu,
);

/** The line that a phone adds by itself. */
export const DEVICE = late(
  () =>
    /^\s*[[(<*_-]{0,3}\s*(?:sent (?:from|via|with|using) (?:my |the )?\S|get outlook for |sent by outlook|отправлено (?:с|из|через|от) \S|надіслано (?:з|із) \S|von meinem \S+(?: \S+)? gesendet|gesendet (?:von|mit) (?:meinem|der|outlook)|diese nachricht wurde von meinem|envoyé (?:de|depuis) mon|obtenir outlook|enviado desde mi|enviado do meu|enviado de mi|inviato da(?:l mio)? |verzonden (?:vanaf|met) mijn|verstuurd vanaf mijn|skickat från min|sendt fra min|lähetetty (?:iphone|android)|wysłano z )/iu,
);

/** The first words of the paragraph in which a company says that the letter is confidential. */
export const DISCLAIMER = late(
  () =>
    /^\s*\W{0,3}(?:(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication|transmission)\b.{0,200}(?:confidential|intended|privileged)|confidentiality notice|disclaimer\b|данное (?:электронное )?(?:сообщение|письмо).{0,200}(?:конфиденциальн|предназначен)|настоящее (?:электронное )?(?:сообщение|письмо).{0,200}(?:конфиденциальн|предназначен)|diese e-?mail.{0,200}vertraulich|ce (?:message|courriel).{0,200}confidentiel)/iu,
);

/** A telephone, address or site, such as stands under a name. */
export const CONTACT = late(
  () =>
    /(?:^|\s)(?:https?:\/\/|www\.)\S{3}|[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2}|(?:^|\s)\+?\(?\d{1,4}\)?(?:[\s.()-]{1,3}\d{2,4}){2,5}(?=\s|$|[,;])|^\s*(?:tel|phone|mob(?:ile)?|cell|fax|тел|моб|факс|т|м)\.?\s?[.:]/iu,
);
