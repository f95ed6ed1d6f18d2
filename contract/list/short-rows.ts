import { noAutoLogout } from '../profiles/auto-logout.ts';
import type { Profile } from '../profiles/profile.ts';
import type { AppState, Row, StateChange } from '../state.ts';

type Facts = Readonly<Record<string, unknown>>;

/** What most rows of a long list have: it does not cross to the page, which has each of these values only once. */
const usualProfile: Partial<Profile> = {
  tls: { mode: 'system' },
  proxy: { mode: 'system' },
  lease: noAutoLogout,
};
const usualRow: Partial<Row> = {
  session: { phase: 'logged-out' },
  user: null,
  server: null,
  checking: false,
  passwordKept: false,
  endings: [],
  lastUsedAt: null,
  checksItself: true,
  nextCheck: { kind: 'not', why: 'no-session' },
  channel: 'closed',
  rightsChange: null,
};

/** With fewer rows the text stays as it is. */
const fewestRows = 300;

/** JSON of the state; the rows of a long list are without what `readState` adds again. */
export function writeState(state: AppState): string {
  return write(state, state.rows);
}

/** The state of a text that `writeState` wrote. */
export function readState(text: string): AppState {
  const state = JSON.parse(text) as AppState;
  return { ...state, rows: wholeRows(state.rows) };
}

/** JSON of a change; many rows are without what `readChange` adds again. */
export function writeChange(change: StateChange): string {
  return change.rows === undefined ? JSON.stringify(change) : write(change, change.rows);
}

/** The change of a text that `writeChange` wrote. */
export function readChange(text: string): StateChange {
  const change = JSON.parse(text) as StateChange;
  return change.rows === undefined ? change : { ...change, rows: wholeRows(change.rows) };
}

function write(whole: object, rows: readonly Row[]): string {
  if (rows.length < fewestRows) return JSON.stringify(whole);
  // One by one: JSON.stringify is twice as fast for many small values as for a large one.
  const texts = rows.map((row) =>
    JSON.stringify({ ...unusual(row, usualRow), profile: unusual(row.profile, usualProfile) }),
  );
  const rest = JSON.stringify({ ...whole, rows: undefined });
  return `${rest.slice(0, -1)},"rows":[${texts.join(',')}]}`;
}

function wholeRows(rows: readonly Row[]): readonly Row[] {
  if (rows.length < fewestRows) return rows;
  return rows.map((row) => ({ ...usualRow, ...row, profile: { ...usualProfile, ...row.profile } }));
}

function unusual(whole: object, usual: object): Facts {
  const left: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(whole))
    if (!isSame(value, (usual as Facts)[name])) left[name] = value;
  return left;
}

/** Whether two values are the same; of objects, those with the same plain values. */
function isSame(one: unknown, usual: unknown): boolean {
  if (one === usual) return true;
  if (typeof one !== 'object' || typeof usual !== 'object' || one === null || usual === null) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(usual).length &&
    names.every((name) => (one as Facts)[name] === (usual as Facts)[name])
  );
}
