import type { Reader } from '../reader.ts';
import { amazonConnect } from './amazon-connect.ts';
import { chatwoot } from './chatwoot.ts';
import { crisp } from './crisp.ts';
import { dialogflow } from './dialogflow.ts';
import { discord } from './discord.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { genesys } from './genesys.ts';
import { googleCcai } from './google-ccai.ts';
import { gorgias } from './gorgias.ts';
import { helpscout } from './helpscout.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { intercomWarehouse } from './intercom-warehouse.ts';
import { jivo } from './jivo.ts';
import { livechat } from './livechat.ts';
import { mail } from './mail.ts';
import { meta } from './meta.ts';
import { native } from './native.ts';
import { omnidesk } from './omnidesk.ts';
import { openai } from './openai.ts';
import { records } from './records.ts';
import { salesforce } from './salesforce.ts';
import { salesforceCase } from './salesforce-case.ts';
import { signal } from './signal.ts';
import { slack } from './slack.ts';
import { table } from './table.ts';
import { tawkto } from './tawkto.ts';
import { telegram } from './telegram.ts';
import { text } from './text.ts';
import { ticketList } from './ticket-list.ts';
import { tidio } from './tidio.ts';
import { transcriptCell } from './transcript-cell.ts';
import { twcs } from './twcs.ts';
import { twilio } from './twilio.ts';
import { usedesk } from './usedesk.ts';
import { whatsapp } from './whatsapp.ts';
import { zendesk } from './zendesk.ts';
import { zendeskChat } from './zendesk-chat.ts';
import { zendeskWarehouse } from './zendesk-warehouse.ts';

/** Every product that can be read, in the order of docs/formats.md. */
export const READERS: readonly Reader[] = [
  native,
  table,
  records,
  transcriptCell,
  amazonConnect,
  chatwoot,
  crisp,
  dialogflow,
  discord,
  freshdesk,
  front,
  genesys,
  googleCcai,
  gorgias,
  helpscout,
  hubspot,
  intercomWarehouse,
  intercom,
  jivo,
  livechat,
  mail,
  meta,
  omnidesk,
  openai,
  salesforce,
  salesforceCase,
  signal,
  slack,
  tawkto,
  telegram,
  text,
  ticketList,
  tidio,
  twcs,
  twilio,
  usedesk,
  whatsapp,
  zendeskChat,
  zendeskWarehouse,
  zendesk,
];
