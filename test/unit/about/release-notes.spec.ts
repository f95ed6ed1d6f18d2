import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { releaseNotes } from '../../../main/about/release-notes.ts';

const changelog = `# Changelog

## Unreleased

### Added

- Not yet.

## 1.1.0 - 2027-01-02

### Added

- A list of **bold**, \`code\`, *italic* and [linked](https://x.example) words
  over two lines, 2 * 3 * 4.

### Fixed

Nothing of note, so this group is empty.

## 1.0.1

### Fixed

- One.

## 1.0.0 - 2026-11-27

### Added

**First part**

- Two.
- Three.
`;

describe('release notes', () => {
  test('are those of the versions since the one that ran before, the newest first', () => {
    const notes = releaseNotes(changelog, '1.1.0', '1.0.0');
    expect(notes.map(({ version }) => version)).toEqual(['1.1.0', '1.0.1']);
    expect(notes[0]?.groups).toEqual([
      {
        title: 'Added',
        items: ['A list of bold, code, italic and linked words over two lines, 2 * 3 * 4.'],
      },
    ]);
  });

  test('have the parts of a long group as groups', () => {
    expect(releaseNotes(changelog, '1.0.0', null)).toEqual([
      { version: '1.0.0', groups: [{ title: 'First part', items: ['Two.', 'Three.'] }] },
    ]);
  });

  test('are only those of this version if the earlier one is unknown or newer', () => {
    for (const before of [null, '0.5.0', '1.1.0', '1.0.1'])
      expect(releaseNotes(changelog, '1.0.1', before)).toHaveLength(1);
    expect(releaseNotes(changelog, '9.0.0', '1.0.0')).toEqual([]);
    expect(releaseNotes('', '1.0.0', null)).toEqual([]);
  });

  test('can be read from any text', () => {
    const line = fc.constantFrom('## 1.0.0', '## ', '### x', '**y**', '- z', '  w', '', '**', '- ', '[a](b)');
    fc.assert(
      fc.property(fc.array(line), fc.string(), (lines, other) => {
        const notes = releaseNotes(lines.join('\n') + other, '1.0.0', null);
        expect(notes.length).toBeLessThan(2);
      }),
    );
  });

  test('of the version of this project are in its changelog', () => {
    const root = join(import.meta.dirname, '../../..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const [notes] = releaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version, null);
    expect(notes?.groups.flatMap(({ items }) => items).length).toBeGreaterThan(10);
  });
});
