import { parseJson } from '../parse-json.ts';
import type { Envelope } from './envelope.ts';

/** Notifications of Amazon SNS and messages of SQS, whose record is a text of JSON. */
export const notification: Envelope = {
  name: 'notification',
  open(value) {
    const text =
      value['Type'] === 'Notification'
        ? value['Message']
        : value['MessageId'] === undefined
          ? undefined
          : value['Body'];
    if (typeof text !== 'string') {
      return null;
    }
    try {
      const inner = parseJson(text);
      return typeof inner === 'object' && inner !== null ? [{ value: inner, stream: null, shared: {} }] : null;
    } catch {
      return null;
    }
  },
};
