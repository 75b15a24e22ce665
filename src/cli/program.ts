import { Command, Option } from 'commander';
import type { CommandName } from './names.ts';
import {
  addAuditOptions,
  addJobsOption,
  addReadOptions,
  addRuleOptions,
  type GivenOptions,
  repeatable,
} from './options.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** Commands, flags and help. What the commands do is loaded only when one runs: `--help` must be quick. */
export function makeProgram(terminal: Terminal, setCode: (code: number) => void): Command {
  const program = new Command('transcript-audit');
  const action =
    (name: CommandName) =>
    async (...parts: unknown[]): Promise<void> => {
      const command = parts.at(-1) as Command;
      const words = parts
        .slice(0, -2)
        .flat()
        .filter((word): word is string => typeof word === 'string');
      const { runCommand } = await import('./commands.ts');
      setCode(await runCommand(name, { terminal, words, options: command.optsWithGlobals() as GivenOptions }));
    };

  program
    .description(
      'A linter for support conversations: checks every conversation, scores every agent, and quotes the words behind each lost point.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'error: ')),
    })
    .showHelpAfterError('Run transcript-audit --help for the commands and flags.')
    .enablePositionalOptions(false)
    .addHelpText('after', EXAMPLES);

  for (const [name, define] of commandsFor(terminal.argv.slice(2))) {
    const command = program.command(name, { isDefault: name === 'audit' });
    define(command);
    command
      .action(action(name))
      .exitOverride()
      .configureOutput(program.configureOutput())
      .showHelpAfterError(`Run transcript-audit ${name} --help for its flags and examples.`);
  }
  return program;
}

/**
 * The commands that the words of a run may mean: those that they name and the default one, of help all. Their flags, 150 in
 * all, are a good part of a short run.
 */
function commandsFor(words: readonly string[]): (readonly [CommandName, (command: Command) => void])[] {
  const all = words.some((word) => ['-h', '--help'].includes(word));
  return COMMANDS_OF_HELP.filter(([name]) => all || name === 'audit' || words.includes(name));
}

/** What each command takes, in the order of the help. */
const COMMANDS_OF_HELP: readonly (readonly [CommandName, (command: Command) => void])[] = [
  [
    'audit',
    (command) => {
      command
        .description('audit transcripts and print the report (the default command)')
        .argument('[path...]', 'files, folders, globs, or - for standard input');
      addAuditOptions(command).addHelpText('after', AUDIT_EXAMPLES);
    },
  ],
  [
    'rules',
    (command) => {
      command
        .description('list the rules of the packs in use; with ids, explain them')
        .argument('[id...]', 'rules to explain: why, source, examples, thresholds, measured accuracy')
        .addOption(new Option('--json', 'as JSON'));
      addRuleOptions(command).addHelpText(
        'after',
        '\nExamples:\n  transcript-audit rules\n  transcript-audit rules response-delay\n',
      );
    },
  ],
  [
    'test',
    (command) => {
      command
        .description('run every example in the packs as a test')
        .argument('[pack...]', 'packs to test (default: those in use)');
      addRuleOptions(command).addHelpText(
        'after',
        '\nExamples:\n  transcript-audit test\n  transcript-audit test ./our-pack.yaml\n',
      );
    },
  ],
  [
    'evaluate',
    (command) => {
      command
        .description('how far verdicts agree with labels: per rule and language, with intervals')
        .argument('[path...]', 'the labelled conversations: files, folders, globs, or - for standard input')
        .addOption(
          repeatable(
            '--labels <file>',
            'reviewers’ verdicts, one JSON object a line; repeatable',
          ).makeOptionMandatory(),
        )
        .addOption(
          repeatable('--by <key>', 'language (default), channel, product, or any key of the labels; repeatable'),
        )
        .addOption(repeatable('--format <name[=file]>', 'terminal (default), json, markdown; repeatable'))
        .addOption(new Option('--redact', 'mask personal data in what is quoted'))
        .addOption(new Option('--no-redact', 'do not'));
      addReadOptions(command);
      addJobsOption(command);
      addRuleOptions(command).addHelpText('after', EVALUATE_EXAMPLES);
    },
  ],
  [
    'convert',
    (command) => {
      command
        .description('any readable export to native NDJSON on standard output')
        .argument('[path...]', 'files, folders, globs, or - for standard input');
      addReadOptions(command).addHelpText(
        'after',
        '\nExamples:\n  transcript-audit convert july.csv > july.ndjson\n  transcript-audit convert result.json --agent-name "Support*" | head -1\n',
      );
    },
  ],
  [
    'show',
    (command) => {
      command
        .description('one conversation with its verdicts beside the lines that earned them')
        .argument('<conversation>', 'the id of the conversation')
        .argument('[path...]', 'files, folders, globs, or - for standard input');
      addAuditOptions(command).addHelpText('after', '\nExample:\n  transcript-audit show c-1 july.csv\n');
    },
  ],
  [
    'schema',
    (command) => {
      command
        .description('the JSON Schema of an output, of a pack or of the configuration')
        .argument('[name]', 'which; without a name, the names are listed')
        .addHelpText(
          'after',
          '\nExamples:\n  transcript-audit schema\n  transcript-audit schema ndjson > transcript-audit.schema.json\n',
        );
    },
  ],
  [
    'compare',
    (command) => {
      command
        .description('two JSON reports: what changed, for whom, beyond noise or not')
        .argument('<old>', 'the earlier report')
        .argument('<new>', 'the later report')
        .addOption(new Option('--json', 'as JSON').conflicts('markdown'))
        .addOption(new Option('--markdown', 'as a page for a job summary'))
        .addHelpText('after', '\nExample:\n  transcript-audit compare june.json july.json\n');
    },
  ],
  [
    'merge',
    (command) => {
      command
        .description('reports of parts to the report of the whole, as if audited at once')
        .argument('<report...>', 'JSON reports of different files')
        .addHelpText('after', '\nExample:\n  transcript-audit merge north.json south.json > all.json\n');
    },
  ],
  [
    'plan',
    (command) => {
      command
        .description('how many conversations per agent are needed to tell a difference, and who lacks how many')
        .argument('[path...]', 'files, folders, globs, or - for standard input')
        .requiredOption('--margin <points>', 'the difference to tell, in points')
        .addOption(new Option('--report <file>', 'plan from a JSON report instead of transcripts'))
        .addOption(new Option('--json', 'as JSON'));
      addAuditOptions(command).addHelpText(
        'after',
        '\nExamples:\n  transcript-audit plan --margin 5 july.csv\n  transcript-audit plan --margin 5 --report july.json\n',
      );
    },
  ],
  [
    'dispute',
    (command) => {
      command
        .description('a disputed finding as an example of its rule, to be pasted into a pack')
        .argument('<fingerprint>', 'of the finding, as --format ndjson prints it')
        .argument('[path...]', 'the transcripts in which it was found')
        .addOption(new Option('--should-be <verdict>', 'pass or na: what the verdict should have been'))
        .addOption(new Option('--why <text>', 'what the example shows'));
      addAuditOptions(command).addHelpText(
        'after',
        '\nExample:\n  transcript-audit dispute 0123456789abcdef july.csv --why "the name stands in the second line"\n',
      );
    },
  ],
  [
    'train',
    (command) => {
      command
        .description('a model of acts from the shipped labelled messages and your own, for a pack of yours')
        .argument('<file...>', 'labelled messages, one JSON object a line')
        .requiredOption('--language <tag>', 'en or ru')
        .requiredOption('--out <folder>', 'the folder of your pack; the model goes to model/ in it');
      addRuleOptions(command).addHelpText(
        'after',
        '\nExample:\n  transcript-audit train our-messages.ndjson --language en --out our-pack\n',
      );
    },
  ],
  [
    'init',
    (command) => {
      command
        .description('a commented configuration and an empty own pack, ready to run')
        .argument('[folder]', 'where to write them', '.')
        .addHelpText('after', '\nExample:\n  transcript-audit init\n');
    },
  ],
];

const EXAMPLES = `
Examples:
  transcript-audit july.csv                         audit one export
  transcript-audit exports/ --timezone Europe/Berlin
  transcript-audit show c-1 july.csv                one conversation, line by line
  transcript-audit rules response-delay             why a rule is there, and how well it judges

Exit codes: 0 done, 1 a gate was not kept, 2 not done, 130 interrupted.
`;

const EVALUATE_EXAMPLES = `
A label: {"conversation": "c-1", "agent": "Tom", "rule": "warm-farewell", "verdict": "fail", "evidence": [7]}

Examples:
  transcript-audit evaluate --labels labels.ndjson july.ndjson
  transcript-audit evaluate --labels labels.ndjson --by language --by channel july.ndjson --format markdown=agreement.md
`;

const AUDIT_EXAMPLES = `
Examples:
  transcript-audit july.csv
  transcript-audit exports/ --config team.yaml --format json=report.json
  cat chats.ndjson | transcript-audit --format ndjson | jq 'select(.verdict == "fail")'
  transcript-audit july.csv --fail-under 80 --max rushing-customer=0
`;
