import type { Reader } from '../reader.ts';
import { amazonConnect } from './amazon-connect.ts';
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
import { livechat } from './livechat.ts';
import { mail } from './mail.ts';
import { meta } from './meta.ts';
import { native } from './native.ts';
import { openai } from './openai.ts';
import { salesforce } from './salesforce.ts';
import { signal } from './signal.ts';
import { slack } from './slack.ts';
import { table } from './table.ts';
import { telegram } from './telegram.ts';
import { text } from './text.ts';
import { transcriptCell } from './transcript-cell.ts';
import { twcs } from './twcs.ts';
import { twilio } from './twilio.ts';
import { whatsapp } from './whatsapp.ts';
import { zendesk } from './zendesk.ts';
import { zendeskChat } from './zendesk-chat.ts';
import { zendeskWarehouse } from './zendesk-warehouse.ts';

/** Every product that can be read, in the order of docs/formats.md. */
export const READERS: readonly Reader[] = [
  native,
  table,
  amazonConnect,
  dialogflow,
  discord,
  freshdesk,
  front,
  genesys,
  googleCcai,
  gorgias,
  helpscout,
  hubspot,
  intercom,
  intercomWarehouse,
  livechat,
  mail,
  meta,
  openai,
  salesforce,
  signal,
  slack,
  telegram,
  text,
  transcriptCell,
  twcs,
  twilio,
  whatsapp,
  zendesk,
  zendeskChat,
  zendeskWarehouse,
];
