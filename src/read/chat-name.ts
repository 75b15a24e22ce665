/**
 * The name of a messenger's talk, from the name of its file: without the extension, and without the number that a second
 * download bears, so that the exports of one talk in one folder are one talk.
 */
export function chatName(file: string): string {
  const parts = file.split('/');
  const last = (parts.pop() ?? '').replace(/\.(?:txt|zip|json|md|html?)$/iu, '').replace(/\s?\(\d{1,3}\)$/u, '');
  // An archive holds a file of this fixed name: the archive's own name says whose talk it is.
  if (/^(?:_chat|result|data|message_\d{1,4}|chat)$/iu.test(last) && parts.length > 0) {
    return chatName(parts.join('/'));
  }
  return [...parts, last].join('/');
}
