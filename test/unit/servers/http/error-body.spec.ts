import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noWords, readErrorBody } from '../../../../main/servers/http/error-body.ts';

const spoken = { ...noWords, isJson: true };

describe('the body of a refusal', () => {
  test('of FindFace tells code, words, field and missing rights', () => {
    const body = {
      code: 'BAD_PARAM',
      desc: 'This field is required.',
      param: 'uuid',
      missing_permissions: ['ffsecurity.view_camera', 7],
      traceback: '/opt/findface/secret.py',
      original_error: { code: 'X' },
    };
    expect(readErrorBody(body)).toEqual({
      isJson: true,
      saidByFindFace: true,
      code: 'BAD_PARAM',
      desc: 'This field is required.',
      parameter: 'uuid',
      missing: ['ffsecurity.view_camera'],
    });
  });

  test('of DRF or knox tells words only', () => {
    expect(readErrorBody({ detail: 'Invalid token.' })).toEqual({
      ...spoken,
      saidByFindFace: true,
      desc: 'Invalid token.',
    });
    expect(readErrorBody({ error: 'Too many tokens.' })).toEqual({ ...spoken, desc: 'Too many tokens.' });
  });

  test('with odd fields tells nothing of them', () => {
    const body = { code: 7, desc: ['x'], param: {}, missing_permissions: 'x', detail: null };
    expect(readErrorBody(body)).toEqual(spoken);
  });

  test('that is no object is not FindFace speaking', () => {
    for (const raw of [null, undefined, [], 'Invalid token.', 7]) expect(readErrorBody(raw)).toEqual(noWords);
  });

  test('is harmless and short', { tags: ['row-32'] }, () => {
    const read = readErrorBody({ code: 'A\u202eB', desc: `<script>\u001b[31m${'x'.repeat(1_000_000)}` });
    expect(read.code).toBe('AB');
    expect(read.desc).toHaveLength(300);
    expect(read.desc).toMatch(/^<script>\[31mx+$/);
  });

  test('is read without an exception, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (raw) => void readErrorBody(raw)));
  });
});
