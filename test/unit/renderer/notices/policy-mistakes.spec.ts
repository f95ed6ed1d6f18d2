import { expect, test } from 'vitest';
import { languages } from '../../../../contract/settings.ts';
import type { PolicyMistake } from '../../../../contract/state.ts';
import { describePolicyMistake } from '../../../../renderer/notices/describe-policy-mistake.ts';
import { speech } from '../../../support/app/speech.ts';

const file = '/etc/policy.json';
const ofFile = (where: string): PolicyMistake => ({ file, where, isFile: true });

test('A sentence says what is wrong with a policy, and where', async () => {
  const t = await speech('en');
  const says = (mistake: PolicyMistake) => describePolicyMistake(t, mistake);
  expect(says({ file, where: 'JSON:2' })).toBe('Line 2 of /etc/policy.json is not valid JSON.');
  expect(says({ file, where: 'JSON' })).toBe('/etc/policy.json is not valid JSON.');
  const key = (name: string) => `“${name}” in /etc/policy.json is unknown, repeated or has an invalid value.`;
  for (const name of ['locked.theme', 'owner', 'permissions', 'JSON:x']) {
    expect(says({ file, where: name }), 'a key of the file').toBe(key(name));
  }
  expect(says(ofFile('permissions'))).toBe('/etc/policy.json can be changed by other accounts.');
  expect(says(ofFile('owner'))).toBe('/etc/policy.json does not belong to an administrator.');
  expect(says(ofFile('type or size'))).toBe(
    '/etc/policy.json is not a regular file, or it is larger than 1 MB.',
  );
  expect(says(ofFile('EACCES'))).toBe('/etc/policy.json can’t be read (EACCES).');
});

test.for(languages)('No code stands for a mistake of a policy in %s', async (language) => {
  const t = await speech(language);
  const codes = ['JSON:2', 'JSON', 'locked.theme'].map((where) => ({ file, where }));
  for (const mistake of [...codes, ...['owner', 'permissions', 'type or size', 'EACCES'].map(ofFile)]) {
    const text = describePolicyMistake(t, mistake);
    expect(text).toContain(file);
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/JSON:|owner|permissions|type or size|notices|\{\{/);
  }
});
