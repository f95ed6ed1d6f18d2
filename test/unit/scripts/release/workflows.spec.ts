import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../../scripts/package/options.ts';
import { projectRoot } from '../../../../scripts/system/project-root.ts';

const folder = join(projectRoot, '.github/workflows');
const workflows = readdirSync(folder).map(
  (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
);
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const release = workflows.find(([name]) => name === 'release.yml')?.[1] ?? '';

describe('the workflows', () => {
  for (const [name, text] of workflows) {
    test(`${name} runs only commands that exist`, () => {
      const used = [...text.matchAll(/npm (?:run )?(test|[\w:]+)/g)].map((match) => match[1] ?? '');
      expect(used.length).toBeGreaterThan(0);
      for (const command of used.filter((one) => one !== 'ci'))
        expect(Object.keys(scripts)).toContain(command);
    });

    test(`${name} uses actions of one commit each`, () => {
      const used = [...text.matchAll(/uses: (.+)/g)].map((match) => match[1]);
      expect(used.length).toBeGreaterThan(0);
      for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    test(`${name} may only read, and says what of it never ran`, () => {
      expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
      expect(text).toMatch(/^# .*\bNever run\b/im);
      expect(text).not.toMatch(/pull_request_target|persist-credentials: true/);
      // What a person outside can choose, such as a branch name, must not become a part of a script.
      expect(text).not.toMatch(/run:.*\$\{\{/);
    });
  }
});

describe('the release', () => {
  test('is packed with options that exist, and without stand-ins', () => {
    const command = /npm run package --\n([\s\S]*?)\n {6}- /.exec(release)?.[1] ?? '';
    const args = command
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('"', ''));
    expect(readOptions(args)).toMatchObject({ mayUseDevRuntime: false, isForTests: false, version: null });
    expect(args).toContain('--release-keys');
  });

  test('has a list of components, signatures and checksums, in this order', () => {
    const steps = [...release.matchAll(/npm run release -- (\w+)/g)].map((match) => match[1]);
    expect(steps).toEqual(['sbom', 'sign', 'checksums']);
  });

  test('gives the key to one step, which removes it', () => {
    expect(release.match(/secrets\.RELEASE_KEY\b/g)).toHaveLength(1);
    expect(release).toContain(`trap 'rm -f "$RUNNER_TEMP/release.pem"' EXIT`);
    expect(release.indexOf('secrets.RELEASE_KEY')).toBeGreaterThan(release.indexOf('  publish:'));
  });
});
