// Bundles the program: a bundle starts in a fraction of the time that the unbundled imports take, and users install
// none of the packages that it was made from (see docs/dependencies.md). Then prepares what a start need not work out:
// the shipped packs, read and checked. With --fast the type declarations are left out.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const fast = process.argv.includes('--fast');
rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', prepare: 'src/cli/prepare-packs.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  // Half the text to parse at every start; names stay, so that a defect's stack can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  // Half of our words are Cyrillic: written out they are a third as long as escaped.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  // CommonJS packages inside an ES module bundle look for this name.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

const inputs = Object.keys(metafile.inputs).sort();
writeFileSync('dist/inputs.json', `${JSON.stringify(inputs, null, 1)}\n`);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licencesOf(inputs));

const { preparePacks } = await import('./dist/prepare.js');
mkdirSync('dist/packs', { recursive: true });
const prepared = await preparePacks().catch((error) => {
  console.error(error.describe?.() ?? error);
  // Whoever is in the middle of changing a pack still wants the program that says what is wrong with it.
  process.exitCode = fast ? 0 : 1;
  return [];
});
for (const [name, text] of prepared) {
  writeFileSync(`dist/packs/${name}.json`, text);
}

if (!fast) {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
}

/** The licence texts of every package that the bundle holds a part of. */
function licencesOf(files) {
  const folders = new Set(files.flatMap((file) => file.match(/^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text =
      file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license ?? 'see text'})\n\n${text}\n`;
  });
  return parts.join(`\n${'-'.repeat(78)}\n\n`);
}
