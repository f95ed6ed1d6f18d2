import type { Bridge } from '../../../contract/bridge.ts';
import type { Problem } from '../../../contract/core/problem.ts';
import { done, fail, ok, type Result } from '../../../contract/core/result.ts';
import type { Draft, ProfileId, ServerAddress } from '../../../contract/profiles/profile.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import type { Zoom } from '../../../contract/settings.ts';
import type { AppState, Row, StateChange } from '../../../contract/state.ts';
import { copyFacts } from '../../../main/copy-as/copy-facts.ts';
import { previews, templatePreview } from '../../../main/copy-as/formats.ts';
import { sampleAppState } from '../fixtures/app-state.ts';
import { fakeAdding } from './fake-adding.ts';
import { fakeAutoLogout } from './fake-auto-logout.ts';
import { fakeBulkLogin } from './fake-bulk-login.ts';
import { fakeConnection } from './fake-connection.ts';
import { detailsOf } from './fake-details.ts';
import { fakeFace } from './fake-face.ts';
import { fakeGateways } from './fake-gateways.ts';
import { fakeInstallation } from './fake-installation.ts';
import { fakeJournal } from './fake-journal.ts';
import { fakeLiveFiles } from './fake-live-files.ts';
import { fakeMany } from './fake-many.ts';
import { fakeProbe } from './fake-probe.ts';
import { fakeQuickAccess } from './fake-quick-access.ts';
import { fakeReminders } from './fake-reminders.ts';
import { fakeRemoteSessions } from './fake-remote-sessions.ts';
import { held, idOf, rowOf } from './fake-rows.ts';
import { fakeTransfer } from './fake-transfer.ts';
import { fakeVault } from './fake-vault.ts';
import { sampleRows } from './sample-rows.ts';

/** How the fake main answers; the default is success. */
export interface FakeMain {
  readonly state?: Partial<AppState>;
  /** The problem of a log-in, by password. */
  readonly logins?: Readonly<Record<string, Problem>>;
  /** The passphrase of the vault; null if it has none. */
  readonly passphrase?: string;
  /** Delay of each answer in ms. */
  readonly delayMs?: number;
}

/** A bridge without main: keeps a list of servers in memory and uses no network. */
export function fakeBridge(
  main: FakeMain = {},
): Bridge & { readonly change: (change: Partial<AppState>) => void } {
  const now = Date.now();
  const listeners = new Set<(change: string) => void>();
  const trusted = new Set<ProfileId>();
  let zoom: Zoom = 100;
  let state = sampleAppState({
    rows: sampleRows(now),
    storage: { kind: 'sealed', by: 'gnome-keyring', passphrase: false },
    appVersion: '1.0.0',
    ...main.state,
  });

  const wait = () => new Promise((resolve) => setTimeout(resolve, main.delayMs ?? 0));
  const find = (id: ProfileId) => state.rows.find((row) => row.profile.id === id);

  function announce(change: Omit<StateChange, 'revision'>): void {
    const { since: _since, rows: _rows, gone: _gone, clipboard, ...parts } = change;
    const fresh = new Map(change.rows?.map((row) => [row.profile.id, row]));
    const kept = state.rows.filter((row) => !change.gone?.includes(row.profile.id));
    const rows = kept.map((row) => fresh.get(row.profile.id) ?? row);
    const added = [...fresh.values()].filter((row) => !kept.some((one) => one.profile.id === row.profile.id));
    state = {
      ...state,
      ...parts,
      revision: state.revision + 1,
      rows: [...rows, ...added],
      ...(clipboard === undefined ? {} : { clipboard: clipboard.note }),
    };
    for (const listener of listeners) listener(JSON.stringify({ revision: state.revision, ...change }));
  }

  const change = (id: ProfileId, part: (row: Row) => Partial<Row>): void => {
    const row = find(id);
    if (row !== undefined) announce({ rows: [{ ...row, ...part(row) }] });
  };

  return {
    ...fakeGateways(
      () => state.gateways,
      (gateways) => announce({ gateways }),
    ),
    ...fakeLiveFiles(
      () => state.liveFiles,
      (liveFiles) => announce({ liveFiles }),
    ),
    ...fakeReminders(
      () => state.reminders,
      (reminders) => announce({ reminders }),
    ),
    async endProgramAccess({ accessId }) {
      announce({ programs: state.programs.filter(({ id }) => id !== accessId) });
      return done;
    },
    ...fakeTransfer(main.passphrase ?? null, () => announce({ importAsked: false })),
    change: ({ clipboard, ...rest }) =>
      announce({ ...rest, ...(clipboard === undefined ? {} : { clipboard: { note: clipboard } }) }),
    onStateChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    readState: async () => JSON.stringify(state),
    readStateNow: () => JSON.stringify(state),
    async readDetails({ profileId }) {
      await wait();
      const row = find(profileId);
      return row === undefined ? fail({ code: 'profile-gone' }) : ok(detailsOf(row));
    },
    async editProfile({ profileId, draft }) {
      const problem = problemOf(draft);
      if (problem !== null) return fail(problem);
      const { name, userName, tags, environment, notes } = draft;
      change(profileId, ({ profile: { notes: before = '', ...profile } }) => ({
        profile: {
          ...profile,
          ...((notes ?? before) === '' ? {} : { notes: notes ?? before }),
          name: name || draft.address,
          userName,
          tags,
          environment,
          address: addressOf(draft.address),
        },
      }));
      return done;
    },
    async markFavourite({ profileId, favourite }) {
      change(profileId, ({ profile }) => ({ profile: { ...profile, favourite } }));
      return done;
    },
    prepareLogin: async () => done,
    async login({ profileId, password, keepPassword }): Promise<Result> {
      const before = find(profileId)?.session;
      if (before === undefined) return fail({ code: 'profile-gone' });
      const settled = before.phase === 'logged-out' || hasToken(before) ? before : before.before;
      change(profileId, () => ({ session: { phase: 'logging-in', before: settled } }));
      await wait();
      const problem = main.logins?.[password];
      if (problem !== undefined && !trusted.has(profileId)) {
        change(profileId, () => ({ session: settled }));
        return fail(problem);
      }
      change(profileId, (row) => ({
        session: held(Date.now(), 180 * 86_400_000, 'accepted'),
        passwordKept: keepPassword,
        user: { name: row.profile.userName, realName: '', role: 'operator', adUser: false },
      }));
      const { due } = state.reminders;
      if (due.includes(profileId))
        announce({ reminders: { ...state.reminders, due: due.filter((id) => id !== profileId) } });
      return done;
    },
    async cancelLogin({ profileId }) {
      change(profileId, (row) => ('before' in row.session ? { session: row.session.before } : {}));
      return done;
    },
    async logout({ profileId }) {
      change(profileId, () => ({ session: { phase: 'logged-out' } }));
      return done;
    },
    async check({ profileId }) {
      change(profileId, () => ({ checking: true }));
      await wait();
      change(profileId, () => ({ checking: false }));
      return done;
    },
    checkAll: async () => done,
    async trustCertificate({ profileId, fingerprint }) {
      trusted.add(profileId);
      change(profileId, ({ profile }) => ({
        profile: { ...profile, tls: { mode: 'pin', fingerprint, trustedAt: Date.now() } },
      }));
      return done;
    },
    async readFormats({ profileId }) {
      const row = find(profileId);
      if (row === undefined) return fail({ code: 'profile-gone' });
      return ok(previews(copyFacts(row.profile, row.session, ''), state.templates, 'linux'));
    },
    async previewTemplate({ profileId, text }) {
      const row = find(profileId);
      if (row === undefined) return fail({ code: 'profile-gone' });
      return ok(templatePreview(text, copyFacts(row.profile, row.session, '')));
    },
    async changeTemplates({ templates }) {
      announce({ templates });
      return done;
    },
    async copySession({ profileId, anyway, format }) {
      const row = find(profileId);
      if (row === undefined) return fail({ code: 'profile-gone' });
      if (!hasToken(row.session)) return fail({ code: 'no-session' });
      const { expiresAt, lastCheck } = row.session;
      if (!anyway && expiresAt !== null && expiresAt < Date.now())
        return fail({ code: 'session-expired', expiredAt: expiresAt });
      if (!anyway && lastCheck?.verdict === 'refused') return fail({ code: 'session-was-refused' });
      const { name, userName, environment } = row.profile;
      const seconds = state.settings.clearAfterSeconds;
      const copiedAt = Date.now();
      const clearsAt = seconds === null ? null : copiedAt + seconds * 1_000;
      const production = environment === 'production';
      const copied = format ?? row.profile.copyFormat ?? 'header';
      const note = {
        profileId,
        name,
        userName,
        production,
        format: copied,
        copiedAt,
        clearsAt,
        overdue: false,
        endsAt: expiresAt,
      };
      announce({ clipboard: { note } });
      return ok({ awaitsHeader: copied === 'curl-stdin' });
    },
    keepPlace: async () => done,
    recallPlace: async () => ok(null),
    async clearClipboard() {
      announce({ clipboard: { note: null } });
      return done;
    },
    openInBrowser: async () => done,
    openWebPage: async () => done,
    openSideWindow: async () => done,
    async changeSettings({ settings }) {
      const next = { ...state.settings, ...settings };
      announce({ settings: next, language: next.language === 'system' ? 'en' : next.language });
      return done;
    },
    async changeLayout({ layout }) {
      announce({ layout: { ...state.layout, ...layout } });
      return done;
    },
    async zoom({ percent }) {
      zoom = percent ?? zoom;
      return ok(zoom);
    },
    async changeKeys({ keys }) {
      announce({ keys });
      return done;
    },
    async countUse({ command }) {
      announce({ used: { ...state.used, [command]: (state.used[command] ?? 0) + 1 } });
      return done;
    },
    async dismissNotice({ noticeId }) {
      announce({ notices: state.notices.filter((notice) => notice.id !== noticeId) });
      return done;
    },
    ...fakeQuickAccess(announce),
    closeWindow: async () => done,
    quit: async () => done,
    showWindow: async () => done,
    ...fakeVault({ read: () => state, announce, wait, passphrase: main.passphrase ?? null }),
    ...fakeJournal(() => state),
    ...fakeConnection((id, how) =>
      change(id, ({ profile }) => ({ profile: { ...profile, ...how(profile) } })),
    ),
    ...fakeBulkLogin({ read: () => state, announce }),
    ...fakeMany({ read: () => state, announce, wait }),
    ...fakeRemoteSessions(() => state),
    readServerTable: async () => ok([]),
    saveServerTable: async () => ok('ffsm-servers.csv'),
    async letCheckItself({ profileId, on }) {
      change(profileId, () => ({ checksItself: on }));
      return done;
    },
    async letHearLive({ profileId, on }) {
      change(profileId, () => ({ channel: on ? 'open' : 'off' }));
      return done;
    },
    networkMayHaveChanged: async () => done,
    async dismissRightsChange({ profileId }) {
      change(profileId, () => ({ rightsChange: null }));
      return done;
    },
    ...fakeFace(),
    ...fakeAutoLogout(change),
    ...fakeAdding({
      add: (draft, session) => announce({ rows: [{ ...rowFrom(100 + state.rows.length, draft), session }] }),
      next: () => idOf(100 + state.rows.length),
      problem: (draft, password) => problemOf(draft) ?? main.logins?.[password] ?? null,
      wait,
    }),
    ...fakeProbe(),
    ...fakeInstallation({ read: () => state, announce, wait }),
  };
}

function problemOf(draft: Draft): Problem | null {
  if (draft.address.trim() === '') return { code: 'address-missing' };
  return draft.userName.trim() === '' ? { code: 'user-name-missing' } : null;
}

const addressOf = (address: string): ServerAddress => ({
  origin: /:\/\//.test(address) ? address : `https://${address}`,
  basePath: '',
});

function rowFrom(number: number, draft: Draft): Row {
  const { name, userName, tags, environment, notes } = draft;
  const { origin } = addressOf(draft.address.trim());
  return rowOf(number, {
    name: name || draft.address,
    address: origin,
    userName,
    tags,
    environment,
    ...(notes ? { notes } : {}),
    session: { phase: 'logged-out' },
  });
}
