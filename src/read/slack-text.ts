/** What a Slack text's `<…>` stands for; names of people and channels are looked up. */
export interface SlackNames {
  user(id: string): string | null;
  channel(id: string): string | null;
}

const SPECIAL = /<([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>/gu;

function written(target: string, label: string | undefined, names: SlackNames): string {
  const rest = target.slice(1);
  switch (target[0]) {
    case '@':
      return `@${label || names.user(rest) || rest}`;
    case '#':
      return `#${label || names.channel(rest) || rest}`;
    case '!':
      return label || `@${rest.split('^')[0] ?? ''}`;
    default: {
      const address = target.replace(/^mailto:/u, '').replace(/^tel:/u, '');
      return !label || label === address || target.endsWith(label) ? label || address : `${label} [${target}]`;
    }
  }
}

/** A text of Slack as a reader sees it: mentions by name, links with their words, entities as characters. */
export function plainSlackText(text: string, names: SlackNames): string {
  const links = text.includes('<')
    ? text.replace(SPECIAL, (_, target: string, label?: string) => written(target, label, names))
    : text;
  return links.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
