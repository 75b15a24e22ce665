// Runs a measurement or generator written in TypeScript: node bench/run.mjs NAME [ARG …] runs bench/NAME.ts.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const [name, ...rest] = process.argv.slice(2);
const out = join(here, 'out', `${name}.mjs`);
mkdirSync(dirname(out), { recursive: true });
await build({
  entryPoints: [join(here, `${name}.ts`)],
  outfile: out,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
process.argv = [process.argv[0], out, ...rest];
await import(pathToFileURL(out).href);
