import { noAutoLogout } from '../profiles/auto-logout.ts';
import type { Profile } from '../profiles/profile.ts';
import type { AppState, Row } from '../state.ts';

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

/** JSON of `AppState`; the rows of a long list are without what `readState` adds again. */
export function writeState(state: AppState): string {
  if (state.rows.length < fewestRows) return JSON.stringify(state);
  const rows = state.rows.map((row) => ({
    ...unusual(row, usualRow),
    profile: unusual(row.profile, usualProfile),
  }));
  return JSON.stringify({ ...state, rows });
}

/** The state of a text that `writeState` wrote. */
export function readState(text: string): AppState {
  const state = JSON.parse(text) as AppState;
  if (state.rows.length < fewestRows) return state;
  const rows = state.rows.map((row) => ({
    ...usualRow,
    ...row,
    profile: { ...usualProfile, ...row.profile },
  }));
  return { ...state, rows };
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
