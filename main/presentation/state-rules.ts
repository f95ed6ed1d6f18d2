import type { Profile } from '../../contract/profiles/profile.ts';
import type { AppState, Row, StateChange } from '../../contract/state.ts';
import type { MaskRules, TextRule } from './masking.ts';
import { hiddenText } from './placeholders.ts';
import { problemRules, serverProblemRules } from './problem-rules.ts';
import { put } from './text-rules.ts';

const ofServer: TextRule<{ readonly profileId: Profile['id'] }> = (_text, names, { profileId }) =>
  names.server(profileId);

/** Of a profile. */
export const profileRules: MaskRules<Profile> = {
  name: (_text, names, { id }) => names.server(id),
  address: { origin: put.origin, basePath: put.nothing },
  userName: put.user,
  tags: put.tag,
  tls: { fingerprint: put.certificate, names: { subject: put.hidden, issuer: put.hidden } },
  proxy: { url: put.origin },
  clientCertificate: { fingerprint: put.certificate, subject: put.hidden, issuer: put.hidden },
  deviceId: put.deviceId,
  notes: put.hidden,
  copyFormat: 'keep',
};

const tokenSessionRules = {
  fingerprint: put.certificate,
  lastCheck: { problem: serverProblemRules },
} as const;

/** Of a row of the list. */
export const rowRules: MaskRules<Row> = {
  profile: profileRules,
  session: { ...tokenSessionRules, before: tokenSessionRules },
  user: { name: put.user, realName: put.nothing },
  server: { languages: 'keep' },
  endings: { id: 'keep', host: put.host, cause: 'keep' },
};

const view: TextRule<unknown> = (text, names) =>
  text.startsWith('tag:') ? `tag:${names.tag(text.slice('tag:'.length))}` : text;

const stateRules = {
  rows: rowRules,
  outline: {
    groups: { key: put.hidden },
    views: { fixed: { view }, environments: { view }, tags: { view } },
  },
  taskAsked: { format: 'keep' },
  keys: 'keep',
  quickKey: { key: 'keep' },
  templates: { id: 'keep', name: put.format, text: put.hidden },
  notices: {
    id: 'keep',
    // The app's own files, and that of the policy.
    file: 'keep',
    keptAs: 'keep',
    where: 'keep',
    names: put.serverNamed,
  },
  bulkLogin: {
    userName: put.user,
    entries: { name: ofServer, outcome: { problem: problemRules } },
  },
  gateways: { path: (text: string) => (text === '/' ? text : hiddenText) },
  liveFiles: {
    id: 'keep',
    path: put.hidden,
    state: { program: 'keep' },
    lastRead: { program: 'keep' },
  },
  programs: { id: 'keep', program: 'keep' },
  undoable: { name: put.serverNamed },
  appVersion: 'keep',
  update: {
    source: put.hidden,
    skipped: 'keep',
    step: {
      update: { version: 'keep' },
      method: { file: put.hidden, command: put.hidden },
      problem: problemRules,
    },
  },
  updatedFrom: 'keep',
} as const satisfies MaskRules<Omit<AppState, 'clipboard'>>;

const clipboardRules: MaskRules<NonNullable<AppState['clipboard']>> = {
  name: ofServer,
  userName: put.user,
  format: 'keep',
};

/** Of the whole state. */
export const wholeStateRules: MaskRules<AppState> = { ...stateRules, clipboard: clipboardRules };

const { outline: _outline, appVersion: _appVersion, ...changingRules } = stateRules;

/** Of a change of the state. */
export const changeRules: MaskRules<StateChange> = { ...changingRules, clipboard: { note: clipboardRules } };
