import { describe, expect, test } from 'vitest';
import { installable, missingNeeds, type Need } from '../../../../scripts/system/system-packages.ts';

const sound: Need = ['libasound2t64', 'libasound2'];
const screen: Need = ['xvfb'];

describe('what the system lacks', () => {
  test('is nothing when each need is met by one of its names', () => {
    expect(missingNeeds('libasound2 installed\nxvfb installed\n', [sound, screen])).toEqual([]);
    expect(missingNeeds('libasound2t64 installed\nxvfb installed\n', [sound, screen])).toEqual([]);
  });

  test('counts a package that was removed but left its settings', () => {
    expect(missingNeeds('xvfb config-files\n', [screen])).toEqual([screen]);
    expect(missingNeeds('xvfb not-installed\n', [screen])).toEqual([screen]);
  });

  test('is everything when dpkg only complains', () => {
    const answer =
      'dpkg-query: no packages found matching xvfb\ndpkg-query: no packages found matching libasound2\n';
    expect(missingNeeds(answer, [sound, screen])).toEqual([sound, screen]);
  });
});

describe('the package to install', () => {
  const policy = (name: string, candidate: string) =>
    `${name}:\n  Installed: (none)\n  Candidate: ${candidate}\n  Version table:\n     1.2 500\n        500 mirror stable/main\n`;

  test('is the newest name that has a candidate', () => {
    const both = policy('libasound2t64', '1.2') + policy('libasound2', '1.2');
    expect(installable(sound, both)).toBe('libasound2t64');
    expect(installable(sound, policy('libasound2', '1.2'))).toBe('libasound2');
  });

  test('is not a name that other packages only provide', () => {
    expect(installable(sound, policy('libasound2t64', '1.2') + policy('libasound2', '(none)'))).toBe(
      'libasound2t64',
    );
    expect(installable(['libasound2'], policy('libasound2', '(none)'))).toBeUndefined();
  });

  test('is unknown while the list of packages is empty', () => {
    expect(installable(screen, '')).toBeUndefined();
  });
});
