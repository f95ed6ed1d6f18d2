import { beforeEach, describe, expect, test } from 'vitest';
import { defaultLayout } from '../../../../contract/layout.ts';
import type { AppState, StateChange } from '../../../../contract/state.ts';
import { getRow, mirrorMain, refreshState, useAppState } from '../../../../renderer/state/app-state.ts';
import { fakeBridge } from '../../../support/fake-bridge/fake-bridge.ts';
import { idOf } from '../../../support/fake-bridge/fake-rows.ts';

/** A main whose answers come when the test says so. */
class SlowMain {
  #tell: (change: string) => void = () => undefined;
  readonly #answers: ((state: AppState) => void)[] = [];

  readState(): Promise<string> {
    return new Promise((resolve) => this.#answers.push((state) => resolve(JSON.stringify(state))));
  }

  onStateChanged(listener: (change: string) => void): () => void {
    this.#tell = listener;
    return () => {
      this.#tell = () => undefined;
    };
  }

  announce(change: StateChange): void {
    this.#tell(JSON.stringify(change));
  }

  /** Answers the oldest open call. */
  async answer(state: AppState): Promise<void> {
    this.#answers.shift()?.(state);
    await new Promise((resolve) => setImmediate(resolve));
  }

  get openQuestions(): number {
    return this.#answers.length;
  }
}

const settingsOf = (language: 'en' | 'ru', whole: AppState) => ({ ...whole, language });

describe('the mirror of the state', () => {
  let whole: AppState;
  let main: SlowMain;

  beforeEach(async () => {
    useAppState.setState(useAppState.getInitialState(), true);
    whole = { ...(JSON.parse(await fakeBridge().readState()) as AppState), revision: 5 };
    main = new SlowMain();
  });

  test('starts with the state that was read', () => {
    mirrorMain(main, JSON.stringify(whole));
    expect(main.openQuestions).toBe(0);
    expect(useAppState.getState().revision).toBe(5);
    expect(useAppState.getState().rows).toHaveLength(whole.rows.length);
  });

  test('catches up with a missed change, and applies the next one', async () => {
    mirrorMain(main, JSON.stringify(whole));
    const caughtUp = refreshState(main);
    await main.answer({ ...settingsOf('ru', whole), revision: 7 });
    await caughtUp;
    expect(useAppState.getState()).toMatchObject({ revision: 7, language: 'ru' });
    main.announce({ revision: 8, language: 'en' });
    expect(useAppState.getState()).toMatchObject({ revision: 8, language: 'en' });
    expect(main.openQuestions).toBe(0);
  });

  test('a slow response never hides newer changes', async () => {
    mirrorMain(main, JSON.stringify(whole));
    const read = refreshState(main);
    main.announce({ revision: 6, language: 'ru' });
    main.announce({ revision: 7, gone: [idOf(1)] });
    await main.answer(whole);
    await read;
    expect(useAppState.getState().revision).toBe(7);
    expect(useAppState.getState().language).toBe('ru');
    expect(getRow(idOf(1))).toBeUndefined();
  });

  test('a response older than a change is not shown', async () => {
    mirrorMain(main, JSON.stringify(whole));
    main.announce({ revision: 7, language: 'es' });
    main.announce({ revision: 6, language: 'ru' });
    expect(useAppState.getState().language).toBe('ru');
    await main.answer(settingsOf('en', { ...whole, revision: 5 }));
    expect(useAppState.getState().language).toBe('es');
  });

  test('follows change by change', async () => {
    mirrorMain(main, JSON.stringify(whole));
    main.announce({ revision: 6, clipboard: { note: null }, language: 'es' });
    main.announce({ revision: 7, gone: [idOf(2)] });
    expect(useAppState.getState()).toMatchObject({ revision: 7, language: 'es' });
    expect(useAppState.getState().rows).toHaveLength(whole.rows.length - 1);
  });

  test('applies merged changes if it has the state before them, or a part of them', async () => {
    mirrorMain(main, JSON.stringify(whole));
    main.announce({ revision: 9, since: 5, language: 'ru' });
    expect(useAppState.getState()).toMatchObject({ revision: 9, language: 'ru' });
    main.announce({ revision: 12, since: 7, gone: [idOf(1)] });
    expect(useAppState.getState().revision).toBe(12);
    expect(getRow(idOf(1))).toBeUndefined();
    main.announce({ revision: 20, since: 13, language: 'es' });
    expect(useAppState.getState().revision).toBe(12);
    expect(main.openQuestions).toBe(1);
  });

  test('ignores known revisions', async () => {
    mirrorMain(main, JSON.stringify(whole));
    main.announce({ revision: 5, language: 'ru' });
    main.announce({ revision: 3, language: 'ru' });
    expect(useAppState.getState().language).toBe('en');
  });

  test('reads the whole state once after a gap, and misses nothing', async () => {
    mirrorMain(main, JSON.stringify(whole));
    main.announce({ revision: 8, language: 'ru' });
    main.announce({ revision: 9, gone: [idOf(3)] });
    expect(main.openQuestions).toBe(1);
    await main.answer(settingsOf('ru', { ...whole, revision: 8 }));
    expect(useAppState.getState()).toMatchObject({ revision: 9, language: 'ru' });
    expect(getRow(idOf(3))).toBeUndefined();
  });

  test('is empty while locked, and gets its rows back', async () => {
    const bridge = fakeBridge({ passphrase: 'correct horse' });
    mirrorMain(bridge, await bridge.readState());
    const count = useAppState.getState().rows.length;
    await bridge.lock();
    expect(useAppState.getState().rows).toHaveLength(0);
    expect(useAppState.getState().lock).toMatchObject({ kind: 'locked', passphrase: true });
    expect(await bridge.unlock({ passphrase: 'wrong' })).toMatchObject({ ok: false });
    await bridge.unlock({ passphrase: 'correct horse' });
    expect(useAppState.getState().lock).toEqual({ kind: 'open' });
    expect(useAppState.getState().rows).toHaveLength(count);
  });

  test('keeps the rows that did not change, and their places', async () => {
    mirrorMain(main, JSON.stringify(whole));
    const before = useAppState.getState().rows;
    const second = before[1];
    if (second === undefined) throw new Error('There are too few rows');
    main.announce({ revision: 6, rows: [{ ...second, checking: true }] });
    const after = useAppState.getState().rows;
    expect(after[0]).toBe(before[0]);
    expect(after[1]?.checking).toBe(true);
    expect(useAppState.getState().listRevision).toBe(1);
  });

  test('counts an added, removed, renamed, hidden or moved profile as a new list', async () => {
    mirrorMain(main, JSON.stringify(whole));
    const [first] = useAppState.getState().rows;
    if (first === undefined) throw new Error('There are no rows');
    const renamed = { ...first, profile: { ...first.profile, name: 'Renamed' } };
    main.announce({ revision: 6, rows: [renamed] });
    expect(useAppState.getState().listRevision).toBe(2);
    main.announce({ revision: 7, gone: [first.profile.id] });
    expect(useAppState.getState().listRevision).toBe(3);
    main.announce({ revision: 8, rows: [first] });
    expect(useAppState.getState().listRevision).toBe(4);
    expect(useAppState.getState().rows.at(-1)).toEqual(first);
    const hidden = { ...first, profile: { ...first.profile, hidden: true as const } };
    main.announce({ revision: 9, rows: [hidden] });
    expect(useAppState.getState().listRevision).toBe(5);
    main.announce({ revision: 10, rows: [{ ...hidden, profile: { ...hidden.profile, position: 1 } }] });
    expect(useAppState.getState().listRevision).toBe(6);
  });

  test('counts a profile that gets into another group as a new list, if the list is grouped', async () => {
    mirrorMain(main, JSON.stringify(whole));
    const [first] = useAppState.getState().rows;
    if (first === undefined) throw new Error('There are no rows');
    const moved = { ...first, profile: { ...first.profile, environment: 'test' as const } };
    main.announce({ revision: 6, rows: [moved] });
    expect(useAppState.getState().listRevision).toBe(1);
    main.announce({ revision: 7, layout: { ...defaultLayout, groupBy: 'environment' }, rows: [first] });
    expect(useAppState.getState().listRevision).toBe(2);
    const tagged = { ...first, profile: { ...first.profile, tags: ['metro'] } };
    main.announce({ revision: 8, rows: [tagged] });
    expect(useAppState.getState().listRevision).toBe(2);
    main.announce({ revision: 9, layout: { ...defaultLayout, groupBy: 'tag' }, rows: [first] });
    expect(useAppState.getState().listRevision).toBe(3);
  });

  test('stops on request', async () => {
    const stop = mirrorMain(main, JSON.stringify(whole));
    stop();
    main.announce({ revision: 6, language: 'ru' });
    expect(useAppState.getState().language).toBe('en');
  });
});
