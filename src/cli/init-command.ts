import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Fault } from '../fault.ts';
import { writeWhole } from '../io/write.ts';
import type { CommandOrder } from './command.ts';
import { CONFIG_NAMES } from './config-file.ts';
import { EXIT } from './terminal.ts';

const CONFIG = `# transcript-audit: everything here may be left out; the values shown are the defaults.
# All keys: transcript-audit schema config

packs:
  - ./our-pack.yaml      # it extends the shipped pack "core"

# How exports are read, where they do not say it themselves.
# timezone: Europe/Berlin
# date_order: dmy
# agent_names: ["*@ourco.example", "Support*"]
# assume_channel: chat
session_gap: 12h

# Who is who: names and ids as the exports have them. People listed twice are one.
# agents:
#   - { name: Tom, id: a7, team: Returns, site: Leeds }
#   - { name: Test account, ignore: true }

# Only these conversations are judged.
# eligible:
#   channels: [chat, email]
#   min_messages: 2
#   both_sides: true

# E-mail waits are counted in these hours; without a calendar, in calendar time.
# calendar:
#   zone: Europe/Berlin
#   week: { mon: 09:00-18:00, tue: 09:00-18:00, wed: 09:00-18:00, thu: 09:00-18:00, fri: 09:00-16:00 }
#   holidays: [2026-12-25]

score:
  min_applicable: 2      # fewer applicable rules: judged, not scored
  ranking_minimum: 20    # fewer scored conversations: shown, not ranked

# What fails a CI job (exit code 1).
# gates:
#   fail_under: 75
#   max: { rushing-customer: 2% }
`;

const PACK = `# A pack of our own: changes of the shipped rules, and rules that only we have.
# All keys: transcript-audit schema pack. Try it: transcript-audit test ./our-pack.yaml
name: our-pack
version: 0.1.0
extends: core

rules: {}
#  response-delay:
#    options: { limits: { chat: { first: 90s } } }
#  warm-farewell: advice       # shown, costs no points
#  rushing-customer: off

phrases: {}
#  en:
#    offer:
#      - we can swap it for
`;

/** `init`: a commented configuration and an empty own pack, ready to run. Nothing that exists is overwritten. */
export async function run({ terminal, words }: CommandOrder): Promise<number> {
  const folder = resolve(terminal.cwd(), words[0] ?? '.');
  const config = CONFIG_NAMES[0] ?? 'transcript-audit.config.yaml';
  const files: [string, string][] = [
    [config, CONFIG],
    ['our-pack.yaml', PACK],
  ];
  for (const name of [...CONFIG_NAMES, 'our-pack.yaml']) {
    if (existsSync(join(folder, name))) {
      throw new Fault(
        'exists-already',
        `${relative(terminal.cwd(), join(folder, name))} exists already and is left as it is`,
        {
          hint: 'Move it away, or name another folder: transcript-audit init FOLDER',
        },
      );
    }
  }
  for (const [name, text] of files) {
    await writeWhole(join(folder, name), [text]);
    terminal.stdout.write(`${relative(terminal.cwd(), join(folder, name)).replaceAll('\\', '/')}\n`);
  }
  return EXIT.done;
}
