import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callNames } from '../../../contract/call-names.ts';
import { isTooLarge, maxMessageSize } from '../../../contract/message-size.ts';
import { maxVideoSize } from '../../../contract/sessions/face.ts';
import { CallGate, CallRefused } from '../../../main/ipc/gate.ts';
import { afterCall, type CallRate, callRate } from '../../../main/ipc/rate-limit.ts';
import { MalformedMessage, readRequest, requestSchemas } from '../../../main/ipc/requests.ts';
import { logTo } from '../../../main/log/log.ts';

const pageUrl = 'app://bundle/index.html';

function gateAt(monotonicNow: () => number = () => 0) {
  const lines: string[] = [];
  const log = logTo(
    (line) => void lines.push(line),
    () => 0,
  );
  return { lines, gate: new CallGate({ log, monotonicNow }) };
}

/** How many of these calls are admitted. */
function admitted(gate: CallGate, name: (typeof callNames)[number], times: number): number {
  let count = 0;
  for (let time = 0; time < times; time += 1) if (gate.admits(name, pageUrl, undefined)) count += 1;
  return count;
}

/** The error for a message, and how long the check takes. */
function refusal(gate: CallGate, name: (typeof callNames)[number], raw: unknown): string {
  try {
    gate.admits(name, pageUrl, raw);
    readRequest(name, raw);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('a message', () => {
  const profileId = '1111111a-1111-4111-8111-111111111111';
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;

  test('may be as large as anything a person types, but not larger', { tags: ['row-135'] }, () => {
    const text = (length: number) => ({ password: 'я'.repeat(length) });
    expect(isTooLarge(text(20_000))).toBe(false);
    expect(isTooLarge({ password: 'a'.repeat(20_000), faceToken: 'b'.repeat(20_000), profileId })).toBe(
      false,
    );
    expect(isTooLarge(text(maxMessageSize))).toBe(true);
    expect(isTooLarge({ ['k'.repeat(maxMessageSize)]: 1 })).toBe(true);
    expect(isTooLarge(Array.from({ length: 10_000 }, () => 0))).toBe(true);
    expect(isTooLarge(new Array(2 ** 32 - 1))).toBe(true);
    expect(isTooLarge(cyclic)).toBe(false);
    expect(isTooLarge(undefined)).toBe(false);
  });

  test('with bytes is too large unless it may carry a video', { tags: ['row-135'] }, () => {
    const video = (bytes: number) => ({ profileId, video: new Uint8Array(bytes) });
    const { gate } = gateAt();
    expect(refusal(gate, 'loginByFace', video(maxVideoSize))).toBe('');
    expect(refusal(gate, 'loginByFace', video(maxVideoSize + 1))).toMatch(/^Message too large/);
    expect(
      refusal(gate, 'renewByFace', { ...video(1), video: new DataView(new ArrayBuffer(2e7 + 1)) }),
    ).toMatch(/^Message too large/);
    expect(refusal(gate, 'openCamera', video(1))).toMatch(/^Message too large/);
    expect(isTooLarge({ video: new ArrayBuffer(1) })).toBe(true);
  });

  const huge: Readonly<Record<string, () => unknown>> = {
    'ten megabytes of text': () => ({ profileId: 'x'.repeat(10_000_000) }),
    'a million empty texts': () => ({ draft: { tags: Array.from({ length: 1_000_000 }, () => '') } }),
    'a list that is all holes': () => new Array(2 ** 32 - 1),
    'a circle': () => cyclic,
    'a hundred thousand levels': () => {
      let deep: unknown = profileId;
      for (let level = 0; level < 100_000; level += 1) deep = { profileId: deep };
      return deep;
    },
    'bytes, maps, sets and dates': () => [
      new Uint8Array(1_000_000),
      new Map([[1, 2]]),
      new Set([1]),
      new Date(),
    ],
    'numbers that are none': () => ({ profileId: [Number.NaN, -0, 2 ** 53, Number.POSITIVE_INFINITY] }),
  };
  for (const [what, make] of Object.entries(huge)) {
    test(`made of ${what} is refused on every channel without reading much of it`, {
      tags: ['row-135'],
    }, () => {
      const raw = make();
      const { gate } = gateAt();
      for (const name of callNames) {
        expect(refusal(gate, name, raw)).toMatch(/^(Message too large|Malformed message)/);
      }
    });
  }

  test('of any kind is either read or refused', { tags: ['row-135'] }, () => {
    const options = {
      withMap: true,
      withSet: true,
      withDate: true,
      withTypedArray: true,
      withSparseArray: true,
    };
    fc.assert(
      fc.property(fc.constantFrom(...callNames), fc.anything(options), (name, raw) => {
        try {
          gateAt().gate.admits(name, pageUrl, raw);
          readRequest(name, raw);
        } catch (error) {
          expect(error instanceof CallRefused || error instanceof MalformedMessage).toBe(true);
        }
      }),
    );
  });

  test('cannot name a prototype as a profile', { tags: ['row-134'] }, () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(() => readRequest('copySession', { profileId: name, anyway: false, format: null })).toThrow(
        MalformedMessage,
      );
      expect(callNames).not.toContain(name);
      expect(Object.hasOwn(requestSchemas, name)).toBe(false);
    }
  });
});

describe('a flood of calls', () => {
  test('is admitted up to the limit of its channel, and slowly afterwards', { tags: ['row-136'] }, () => {
    let now = 0;
    const { gate } = gateAt(() => now);
    expect(admitted(gate, 'check', 10_000)).toBe(callRate('check').inARow);
    expect(admitted(gate, 'logout', 1), 'another channel is not touched').toBe(1);
    now += 1_000;
    expect(admitted(gate, 'check', 10_000)).toBe(callRate('check').perSecond);
    now += 3_600_000;
    expect(admitted(gate, 'check', 10_000)).toBe(callRate('check').inARow);
  });

  test('of copies is limited to twenty', { tags: ['row-138'] }, () => {
    expect(admitted(gateAt().gate, 'copySession', 100)).toBe(20);
  });

  test('of log-ins for one profile is admitted at the speed of a person', () => {
    let now = 0;
    const { gate } = gateAt(() => now);
    const [one, other] = ['1', '2'].map((digit) => `${digit.repeat(8)}-1111-4111-8111-111111111111`);
    const letIn = (name: 'login' | 'loginAgain', id: unknown, times: number) =>
      Array.from({ length: times }, () => gate.admits(name, pageUrl, { profileId: id })).filter(Boolean)
        .length;
    expect(letIn('login', one, 30)).toBe(5);
    expect(letIn('login', other, 2), 'another profile is not touched').toBe(2);
    now += 1_000;
    expect(letIn('login', one, 30)).toBe(1);
    expect(letIn('loginAgain', one, 30)).toBe(5);
    expect(letIn('loginAgain', 'no id', 30), 'what is no id is refused by its reader').toBe(30);
  });

  test('from one page does not touch another, but shares the limit of log-ins for one profile', () => {
    const { gate } = gateAt();
    const profileId = `${'1'.repeat(8)}-1111-4111-8111-111111111111`;
    expect(admitted(gate, 'readState', 1_000)).toBe(callRate('readState').inARow);
    expect(gate.admits('readState', `${pageUrl}?details=${profileId}`, undefined)).toBe(true);
    const pages = Array.from({ length: 9 }, (_, number) => `${pageUrl}?${number}`);
    const letIn = pages.flatMap((page) => [1, 2, 3].map(() => gate.admits('login', page, { profileId })));
    expect(letIn.filter(Boolean)).toHaveLength(5);
  });

  test('that open a dialog or a browser is limited', () => {
    for (const name of [
      ...([
        'chooseImport',
        'chooseAuthority',
        'chooseClientCertificate',
        'chooseVideo',
        'exportProfiles',
        'backUp',
      ] as const),
      ...(['saveJournal', 'saveServerTable', 'saveDiagnostics', 'prepareDiagnostics', 'openBackup'] as const),
    ])
      expect(admitted(gateAt().gate, name, 1_000), name).toBe(5);
    expect(admitted(gateAt().gate, 'openInBrowser', 1_000)).toBe(20);
  });

  test('adds only few lines to the log', { tags: ['row-136'] }, () => {
    const { gate, lines } = gateAt();
    const raw = { profileId: 'x'.repeat(1000) };
    for (let time = 0; time < 10_000; time += 1) gate.admits('check', pageUrl, raw);
    expect(lines.length).toBeLessThanOrEqual(5);
  });

  test('never exceeds the limit, at any rate', { tags: ['row-136'] }, () => {
    const rate: CallRate = { inARow: 5, perSecond: 2 };
    fc.assert(
      fc.property(fc.array(fc.nat(2_000), { maxLength: 50 }), (pauses) => {
        let now = 0;
        let letIn = 0;
        let allowance = afterCall(undefined, rate, now);
        for (const pause of pauses) {
          now += pause;
          const next = afterCall(allowance ?? undefined, rate, now);
          if (next) letIn += 1;
          allowance = next ?? allowance;
        }
        expect(letIn).toBeLessThanOrEqual(rate.inARow + (now / 1_000) * rate.perSecond);
      }),
    );
  });
});

describe('another sender', () => {
  test('is refused and counted, without affecting our limits', { tags: ['row-133'] }, () => {
    const { gate, lines } = gateAt();
    for (let time = 0; time < 1_000; time += 1) {
      let thrown: unknown;
      try {
        gate.admits('copySession', null, { profileId: 'x', anyway: true });
      } catch (error) {
        thrown = error;
      }
      expect(gate.heard('copySession', thrown).message).toBe('Call from an unknown frame: copySession');
    }
    expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual(
      [1, 10, 100, 1000].map((n) => `Call from an unknown frame: copySession call=copySession times=${n}`),
    );
    expect(admitted(gate, 'copySession', 1)).toBe(1);
  });
});

describe('an exception that would cross to the page', () => {
  test('contains no path, stack or secret; the log has it redacted', { tags: ['row-151'] }, () => {
    const { gate, lines } = gateAt();
    const bug = new TypeError(`EACCES: open '/home/guard/vault.json' Token ${'ab'.repeat(32)}`);
    const heard = gate.heard('login', bug);
    expect(String(heard)).toBe('Error: The call failed: login');
    expect(heard.stack).toBe('');
    expect(lines.join('\n')).toContain('vault.json');
    expect(lines.join('\n')).not.toContain('/home/guard');
    expect(lines.join('\n')).not.toContain('abab');
    expect(String(gate.heard('login', 'thrown text with /paths'))).toBe('Error: The call failed: login');
  });

  test('for a refusal says only what was wrong with the message', { tags: ['row-151'] }, () => {
    const heard = gateAt().gate.heard('login', new MalformedMessage('not a text'));
    expect(String(heard)).toBe('MalformedMessage: Malformed message: not a text');
    expect(heard.stack).toBe('');
  });
});
