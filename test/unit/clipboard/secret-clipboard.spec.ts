import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { ClipboardNote } from '../../../contract/state.ts';
import {
  type Clipboard,
  ClipboardOutOfReach,
  SecretClipboard,
} from '../../../main/clipboard/secret-clipboard.ts';

const header = 'Authorization: Token canary';
const about = {
  profileId: '11111111-1111-4111-8111-111111111111' as ProfileId,
  name: 'Airport T2',
  userName: 'guard2',
  production: true,
  format: 'header' as const,
  endsAt: null,
};

function setUp(change: Partial<Clipboard> = {}, clock = { now: 1_000, monotonic: 5_000 }) {
  const board = { text: 'what was there' };
  const notes: (ClipboardNote | null)[] = [];
  const system: Clipboard = {
    readText: async () => board.text,
    writeSecret: async (text) => {
      board.text = text;
    },
    clear: async () => {
      board.text = '';
    },
    ...change,
  };
  const clipboard = new SecretClipboard({
    clipboard: system,
    now: () => clock.now,
    monotonicNow: () => clock.monotonic,
    tell: (note) => notes.push(note),
  });
  return { board, notes, clipboard };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the clipboard', () => {
  test('has the header, and a note with its server and clearing time', async () => {
    const { board, notes, clipboard } = setUp();
    expect(await clipboard.copy(header, about, 30)).toEqual({ ok: true, value: undefined });
    expect(board.text).toBe(header);
    expect(notes).toEqual([{ ...about, copiedAt: 1_000, clearsAt: 31_000, overdue: false }]);
    await clipboard.clear();
  });

  test('is cleared if it still has our header', async () => {
    const { board, notes, clipboard } = setUp();
    await clipboard.copy(header, about, null);
    await clipboard.clear();
    expect(board.text).toBe('');
    expect(notes.at(-1)).toBeNull();
  });

  test('is cleared of the same text even if it was copied elsewhere', {
    tags: ['row-154'],
  }, async () => {
    const { board, clipboard } = setUp();
    await clipboard.copy(header, about, null);
    board.text = `${header}`;
    await clipboard.clear();
    expect(board.text, 'nobody can tell the two apart').toBe('');
  });

  test('keeps text that was copied by another program', { tags: ['row-153'] }, async () => {
    const { board, notes, clipboard } = setUp();
    await clipboard.copy(header, about, null);
    board.text = 'a note to self';
    await clipboard.clear();
    expect(board.text).toBe('a note to self');
    expect(notes.at(-1)).toBeNull();
  });

  test('is left alone if nothing of ours was ever there', async () => {
    const { board, notes, clipboard } = setUp();
    await clipboard.clear();
    expect(board.text).toBe('what was there');
    expect(notes).toEqual([]);
  });

  test('is cleared automatically when its time is up', async () => {
    const { board, notes, clipboard } = setUp();
    await clipboard.copy(header, about, 0.01);
    await expect.poll(() => board.text).toBe('');
    expect(notes.at(-1)).toBeNull();
  });

  test('counts from the last copy when two follow each other', { tags: ['row-156'] }, async () => {
    const { board, clipboard } = setUp();
    await clipboard.copy(header, about, 0.01);
    await clipboard.copy('Authorization: Token second', about, null);
    await clipboard.copy(header, about, 0.01);
    await expect.poll(() => board.text).toBe('');
  });

  test('keeps a header that is never cleared, though the one before had a time', async () => {
    vi.useFakeTimers();
    const { board, clipboard } = setUp();
    await clipboard.copy('Authorization: Token first', about, 30);
    await clipboard.copy(header, about, null);
    await vi.runAllTimersAsync();
    expect(board.text).toBe(header);
  });

  test('is known to have our header, and no other text, until it is cleared', async () => {
    const { clipboard } = setUp();
    await clipboard.copy(header, about, null);
    expect(clipboard.copiedFrom(header)).toBe(about.profileId);
    expect(clipboard.copiedFrom('a note to self')).toBeNull();
    await clipboard.clear();
    expect(clipboard.copiedFrom(header)).toBeNull();
  });

  test('is cleared on wake-up if the time passed during sleep', {
    tags: ['row-155'],
  }, async () => {
    const clock = { now: 1_000, monotonic: 5_000 };
    const { board, clipboard } = setUp({}, clock);
    await clipboard.copy(header, about, 30);
    clock.now += 29_999;
    await clipboard.catchUp();
    expect(board.text).toBe(header);
    clock.now += 1;
    await clipboard.catchUp();
    expect(board.text).toBe('');
  });

  test('reports a failed copy, and remembers nothing', { tags: ['row-157'] }, async () => {
    const refuse = async () => {
      throw new Error('no clipboard');
    };
    const { notes, clipboard } = setUp({ writeSecret: refuse });
    expect(await clipboard.copy(header, about, 30)).toEqual({
      ok: false,
      problem: { code: 'clipboard-failed' },
    });
    expect(notes).toEqual([]);
  });

  test('is still cleared of the header before one that could not be copied', async () => {
    const board = { text: '' };
    let broken = false;
    const { clipboard } = setUp({
      readText: async () => board.text,
      writeSecret: async (text) => {
        if (broken) throw new Error('busy');
        board.text = text;
      },
      clear: async () => {
        board.text = '';
      },
    });
    await clipboard.copy(header, about, null);
    broken = true;
    await clipboard.copy('Authorization: Token second', about, null);
    await clipboard.clear();
    expect(board.text).toBe('');
  });

  test('is cleared of a header that the system took without ever answering', async () => {
    vi.useFakeTimers();
    const { board, clipboard } = setUp({
      writeSecret: (text) => {
        board.text = text;
        return new Promise(() => undefined);
      },
    });
    void clipboard.copy(header, about, null);
    const clearing = clipboard.clear();
    await vi.runAllTimersAsync();
    expect(board.text).toBe('');
    expect(await clearing).toMatchObject({ ok: true });
  });

  test('keeps its note if clearing fails, so that it can be retried', {
    tags: ['row-157'],
  }, async () => {
    let broken = true;
    const board = { text: header };
    const { notes, clipboard } = setUp({
      readText: async () => {
        if (broken) throw new Error('busy');
        return board.text;
      },
    });
    await clipboard.copy(header, about, null);
    expect((await clipboard.clear()).ok).toBe(false);
    expect(notes.at(-1)).not.toBeNull();
    broken = false;
    expect((await clipboard.clear()).ok).toBe(true);
    expect(notes.at(-1)).toBeNull();
  });

  test('does not lose the note of a copy made while it was being cleared', async () => {
    let reading: (text: string) => void = () => undefined;
    const { notes, clipboard } = setUp({ readText: () => new Promise((resolve) => (reading = resolve)) });
    await clipboard.copy(header, about, null);
    const clearing = clipboard.clear();
    const copying = clipboard.copy('Authorization: Token second', { ...about, name: 'Metro' }, null);
    await new Promise(setImmediate);
    reading(header);
    await Promise.all([clearing, copying]);
    expect(notes.at(-1)?.name).toBe('Metro');
  });

  test('does not keep a copy that was running when it was cleared', async () => {
    let write: () => void = () => undefined;
    const { board, notes, clipboard } = setUp({
      writeSecret: (text) =>
        new Promise((resolve) => {
          write = () => {
            board.text = text;
            resolve();
          };
        }),
    });
    const copying = clipboard.copy(header, about, null);
    const clearing = clipboard.clear();
    await new Promise(setImmediate);
    write();
    expect(await copying).toMatchObject({ ok: true });
    expect(await clearing).toMatchObject({ ok: true });
    expect(board.text).toBe('');
    expect(notes.at(-1)).toBeNull();
  });

  test('is cleared on wake-up even if the clock of the computer was set back', async () => {
    const clock = { now: 1_000, monotonic: 5_000 };
    const { board, clipboard } = setUp({}, clock);
    await clipboard.copy(header, about, 30);
    clock.now -= 3_600_000;
    clock.monotonic += 30_000;
    await clipboard.catchUp();
    expect(board.text).toBe('');
  });

  test('that cannot be changed now is said to be overdue, and cleared as soon as it can be', async () => {
    const board = { text: '' };
    let isReachable = true;
    const { notes, clipboard } = setUp({
      readText: async () => (isReachable ? board.text : null),
      writeSecret: async (text) => {
        if (!isReachable) throw new ClipboardOutOfReach();
        board.text = text;
      },
      clear: async () => {
        board.text = '';
      },
    });
    await clipboard.copy(header, about, null);
    isReachable = false;
    const refused = { ok: false, problem: { code: 'clipboard-out-of-reach' } };
    expect(await clipboard.clear()).toEqual(refused);
    expect(notes.at(-1)).toMatchObject({ name: 'Airport T2', overdue: true });
    expect(await clipboard.copy('Authorization: Token second', about, 30)).toEqual(refused);
    await clipboard.catchUp();
    expect(board.text, 'still out of reach').toBe(header);
    isReachable = true;
    await clipboard.catchUp();
    expect(board.text).toBe('');
    expect(notes.at(-1)).toBeNull();
  });

  test('does not keep a header that the system took only after a lock had given up on it', async () => {
    vi.useFakeTimers();
    let land: () => void = () => undefined;
    const { board, notes, clipboard } = setUp({
      writeSecret: (text) =>
        new Promise((resolve) => {
          land = () => {
            board.text = text;
            resolve();
          };
        }),
    });
    const copying = clipboard.copy(header, about, null);
    const clearing = clipboard.clear();
    await vi.advanceTimersByTimeAsync(5_000);
    await clearing;
    land();
    expect(await copying).toMatchObject({ problem: { code: 'clipboard-failed' } });
    await vi.runAllTimersAsync();
    expect(board.text).toBe('');
    expect(notes.filter((note) => note !== null)).toEqual([]);
  });

  test('keeps a header that is being copied when the time of one that was cleared is up', async () => {
    vi.useFakeTimers();
    const { board, clipboard } = setUp({
      writeSecret: async (text) => {
        if (text !== header) await new Promise((resolve) => setTimeout(resolve, 3_000));
        board.text = text;
      },
    });
    await clipboard.copy(header, about, 30);
    await clipboard.clear();
    await vi.advanceTimersByTimeAsync(28_000);
    const copying = clipboard.copy('Authorization: Token second', about, null);
    await vi.runAllTimersAsync();
    expect(await copying).toMatchObject({ ok: true });
    expect(board.text).toBe('Authorization: Token second');
  });

  test('still clears a header that did not wait for a copy that failed at last', async () => {
    vi.useFakeTimers();
    let refuse: () => void = () => undefined;
    const second = 'Authorization: Token second';
    const { board, clipboard } = setUp({
      writeSecret: (text) => {
        if (text === header) return new Promise((_, reject) => (refuse = () => reject(new Error('busy'))));
        board.text = text;
        return Promise.resolve();
      },
    });
    const copying = clipboard.copy(header, about, null);
    const copyingSecond = clipboard.copy(second, about, null);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await copyingSecond).toMatchObject({ ok: true });
    refuse();
    expect(await copying).toMatchObject({ problem: { code: 'clipboard-failed' } });
    expect(clipboard.copiedFrom(second)).toBe(about.profileId);
    await clipboard.clear();
    expect(board.text).toBe('');
  });

  test('is cleared five seconds after a lock, however many copies hang before it', async () => {
    vi.useFakeTimers();
    const { board, clipboard } = setUp({
      writeSecret: (text) => {
        board.text = text;
        return new Promise(() => undefined);
      },
    });
    for (const token of ['first', 'second', 'third']) void clipboard.copy(token, about, null);
    void clipboard.clear();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(board.text).toBe('');
  });

  test('keeps a header that is copied while the text of another program is being cleared', async () => {
    let answer: (text: string) => void = () => undefined;
    const { board, clipboard } = setUp({ readText: () => new Promise((resolve) => (answer = resolve)) });
    const clearing = clipboard.clearForeign((text) => text === 'what was there');
    const copying = clipboard.copy(header, about, null);
    await new Promise(setImmediate);
    answer('what was there');
    await Promise.all([clearing, copying]);
    expect(board.text).toBe(header);
  });

  test.each(['readText', 'clear'] as const)(
    'keeps the note of a copy that did not wait for a hanging %s',
    async (what) => {
      vi.useFakeTimers();
      let answer: () => void = () => undefined;
      const hanging = () => new Promise<string>((resolve) => (answer = () => resolve(header)));
      const { board, notes, clipboard } = setUp({
        readText: async () => board.text,
        [what]: hanging,
      });
      await clipboard.copy(header, about, null);
      const clearing = clipboard.clear();
      const copying = clipboard.copy('Authorization: Token second', { ...about, name: 'Metro' }, null);
      await vi.advanceTimersByTimeAsync(5_000);
      await copying;
      answer();
      await clearing;
      expect(board.text).toBe('Authorization: Token second');
      expect(notes.at(-1)).toMatchObject({ name: 'Metro', overdue: false });
    },
  );

  test('has no header of ours any more once it was cleared of the same text as that of another program', async () => {
    const { board, notes, clipboard } = setUp();
    await clipboard.copy(header, about, null);
    expect(await clipboard.clearForeign((text) => text === 'something else')).toMatchObject({ ok: true });
    expect(notes.at(-1)).not.toBeNull();
    await clipboard.clearForeign((text) => text === header);
    expect(board.text).toBe('');
    expect(notes.at(-1)).toBeNull();
  });
});
