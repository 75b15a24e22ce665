import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { program, root } from './program.ts';

const work = mkdtempSync(join(tmpdir(), 'recipe-'));
const bin = join(work, 'bin');

/** A step of a recipe, in a repository with an export, with the program on the path in place of the installed one. */
function step(script: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: join(work, 'repository'),
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${bin}:${process.env['PATH']}`,
      CI: 'true',
      GITHUB_STEP_SUMMARY: join(work, 'summary.md'),
    },
  });
  return { status, output: stdout + stderr };
}

interface GithubRecipe {
  readonly jobs: { readonly audit: { readonly steps: readonly { readonly name?: string; readonly run?: string }[] } };
}
interface GitlabRecipe {
  readonly 'transcript-audit': {
    readonly script: readonly string[];
    readonly artifacts: { readonly reports: Record<string, string> };
  };
}

beforeAll(() => {
  mkdirSync(bin);
  const shim = join(bin, 'transcript-audit');
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(shim, 0o755);
  mkdirSync(join(work, 'repository', 'audit'), { recursive: true });
  cpSync(join(root, 'fixtures', 'demo'), join(work, 'repository', 'exports'), { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the recipes of docs/ci', () => {
  it('write a baseline, then keep it on the same export', () => {
    const first = step(
      'transcript-audit exports/ --baseline audit/baseline.json --update-baseline --quiet > /dev/null',
    );
    expect(first.status, first.output).toBe(0);
    const again = step('transcript-audit exports/ --baseline audit/baseline.json > /dev/null');
    expect(again.status, again.output).toBe(0);
    expect(again.output).toContain('--baseline');
    expect(again.output).toContain('kept');
  });

  it('github.yml: every step runs, and the files it passes on are there', () => {
    const recipe = parse(readFileSync(join(root, 'docs', 'ci', 'github.yml'), 'utf8')) as GithubRecipe;
    const own = recipe.jobs.audit.steps.filter(({ run, name }) => run !== undefined && name !== 'install');
    expect(own.map(({ name }) => name)).toEqual(['audit', 'summary']);
    for (const { name, run = '' } of own) {
      const { status, output } = step(run);
      // The demo team rushes its customers: the job must fail for that reason and no other.
      expect(status, output).toBe(name === 'audit' ? 1 : 0);
      if (name === 'audit') {
        expect(output).toContain('--max rushing-customer=2% NOT KEPT');
      }
    }
    expect(readFileSync(join(work, 'summary.md'), 'utf8').length).toBeGreaterThan(500);
    expect(JSON.parse(readFileSync(join(work, 'repository', 'audit.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
    expect(existsSync(join(work, 'repository', 'report.json'))).toBe(true);
  });

  it('gitlab.yml: the script runs, and every report that it names is there', () => {
    const recipe = parse(readFileSync(join(root, 'docs', 'ci', 'gitlab.yml'), 'utf8')) as GitlabRecipe;
    const { script, artifacts } = recipe['transcript-audit'];
    for (const line of script) {
      const { status, output } = step(line);
      expect(status, output).toBe(1);
      expect(output).toContain('--max rushing-customer=2% NOT KEPT');
    }
    for (const file of Object.values(artifacts.reports)) {
      expect(readFileSync(join(work, 'repository', file), 'utf8').length).toBeGreaterThan(100);
    }
  });

  it('pre-commit: lets a good pack through and stops a broken one', () => {
    step(
      'git init -q . && git config user.name t && git config user.email t@example.org && transcript-audit init > /dev/null && git add our-pack.yaml transcript-audit.config.yaml',
    );
    cpSync(join(root, 'docs', 'ci', 'pre-commit'), join(work, 'repository', '.git', 'hooks', 'pre-commit'));
    const good = step('git commit -qm good');
    expect(good.status, good.output).toBe(0);
    const broken = step(
      'sed -i "s/^extends: core/extends: cor/" our-pack.yaml && git add our-pack.yaml && git commit -qm broken',
    );
    expect(broken.status).not.toBe(0);
    expect(broken.output).toContain('there is no pack "cor"');
  });
});
