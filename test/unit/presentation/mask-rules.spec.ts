import { describe, expect, test } from 'vitest';
import { answerRules } from '../../../main/presentation/answer-rules.ts';
import { type AnyRules, type MaskRules, masked, maskedBy } from '../../../main/presentation/masking.ts';
import { placeholderWords } from '../../../main/presentation/placeholder-words.ts';
import { Placeholders } from '../../../main/presentation/placeholders.ts';
import { problemRules } from '../../../main/presentation/problem-rules.ts';
import { changeRules, wholeStateRules } from '../../../main/presentation/state-rules.ts';

const mark = 'marked';

/** An object with marked text wherever there is a rule, by the rules themselves. */
function sampleOf(rules: unknown): unknown {
  if (typeof rules !== 'object' || rules === null) return mark;
  const parts = Object.entries(rules).map(([name, rule]) => [name, sampleOf(rule)] as const);
  return { id: 'an-id', profileId: 'an-id', ...Object.fromEntries(parts) };
}

/** Where marked text is left; in problems within others it is as in problems. */
function leftIn(value: unknown, path = ''): readonly string[] {
  if (value === mark) return path.includes('.problem.') ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    leftIn(part, path === '' ? name : `${path}.${name}`),
  );
}

function leftBy(rules: AnyRules): readonly string[] {
  const names = new Placeholders(() => placeholderWords.en);
  return leftIn(maskedBy(sampleOf(rules), rules, names)).toSorted();
}

describe('every text of what leaves main', () => {
  test('of the state is replaced, but for IDs, codes, versions, keys, and the names of programs and own files', () => {
    expect(leftBy(wholeStateRules)).toEqual([
      'appVersion',
      'clipboard.format',
      'keys',
      ...['liveFiles.id', 'liveFiles.lastRead.program', 'liveFiles.state.program'],
      ...['notices.file', 'notices.id', 'notices.keptAs', 'notices.where'],
      // Names of views but for those of tags.
      ...['environments', 'fixed', 'tags'].map((views) => `outline.views.${views}.view`),
      ...['programs.id', 'programs.program'],
      'quickKey.key',
      ...['rows.endings.cause', 'rows.endings.id', 'rows.profile.copyFormat', 'rows.server.languages'],
      ...['taskAsked.format', 'templates.id'],
      ...['update.skipped', 'update.step.update.version', 'updatedFrom'],
    ]);
  });

  test('of a change is replaced as in the state', () => {
    const ofChange = leftBy(changeRules).map((path) => path.replace('clipboard.note.', 'clipboard.'));
    const unchanging = /^(appVersion$|outline\.)/;
    expect(ofChange).toEqual(leftBy(wholeStateRules).filter((path) => !unchanging.test(path)));
  });

  test('of a problem is replaced, but for codes and numbers', () => {
    const ofServers = ['field', 'missing', 'parameter', 'scheme', 'schemes'];
    expect(leftBy(problemRules)).toEqual([
      ...ofServers.map((name) => `cause.${name}`),
      ...['current', 'field', 'missing', 'offered', 'parameter', 'port', 'scheme', 'schemes', 'version'],
    ]);
  });

  test('of an answer is replaced, but for IDs, codes, and what the app brings with it', () => {
    expect(leftBy(answerRules)).toEqual([
      'listBlockedDevices.devices.blockId',
      ...['listMoreSessions.sessions.identity', 'listSessions.sessions.identity'],
      ...['chromium', 'electron', 'node', 'policyFile', 'system', 'version'].map((of) => `readAbout.${of}`),
      ...['readDetails.rightsChange.gained.names', 'readDetails.rightsChange.lost.names'],
      ...[
        'cameraGroupPermissions',
        'groupPermissions',
        'language',
        'permissions',
        'watchListPermissions',
      ].map((of) => `readDetails.user.${of}`),
      ...['readFormats.format', 'readFormats.text', 'readLicenses'],
      ...['groups.items', 'groups.title', 'version'].map((of) => `readReleaseNotes.${of}`),
      'readServerTable.language',
    ]);
  });

  test('has a decision: a new one does not compile without', () => {
    interface Sample {
      readonly name: string;
      readonly kind: 'one' | 'other';
      readonly parts: readonly { readonly note?: string | null }[];
    }
    const complete: MaskRules<Sample> = { name: () => '', parts: { note: 'keep' } };
    // @ts-expect-error a text without a decision
    const forgotten: MaskRules<Sample> = { name: () => '' };
    // @ts-expect-error a text of a part without a decision
    const forgottenPart: MaskRules<Sample> = { name: () => '', parts: {} };
    // @ts-expect-error a decision about no text
    const tooMuch: MaskRules<Sample> = { name: () => '', kind: 'keep', parts: { note: 'keep' } };
    expect([complete, forgotten, forgottenPart, tooMuch]).toHaveLength(4);
    const names = new Placeholders(() => placeholderWords.en);
    expect(masked<Sample>({ name: 'x', kind: 'one', parts: [{ note: 'y' }, {}] }, complete, names)).toEqual({
      name: '',
      kind: 'one',
      parts: [{ note: 'y' }, {}],
    });
  });
});
