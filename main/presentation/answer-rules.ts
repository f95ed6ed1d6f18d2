import type { Calls } from '../../contract/bridge.ts';
import { isTemplateId } from '../../contract/core/copy-format.ts';
import type { User } from '../../contract/sessions/user.ts';
import type { HasText, MaskRules } from './masking.ts';
import { hiddenText } from './placeholders.ts';
import { certificateRules, problemRules } from './problem-rules.ts';
import type { RefusedCall } from './refused-calls.ts';
import type { EntryNames } from './shown-names.ts';
import { put } from './text-rules.ts';

type ValueOf<Name extends keyof Calls> = Extract<Awaited<ReturnType<Calls[Name]>>, { ok: true }>['value'];

/** The calls whose answer has text; the state has rules of its own, and is text as a whole. */
type CallWithText = {
  [Name in keyof Calls]: [HasText<ValueOf<Name>>] extends [never] ? never : Name;
}[Exclude<keyof Calls, 'readState' | RefusedCall>];

const userRules: MaskRules<User> = {
  name: put.user,
  realName: put.hidden,
  comment: put.hidden,
  permissions: 'keep',
  cameraGroupPermissions: 'keep',
  watchListPermissions: 'keep',
  groupPermissions: 'keep',
  language: 'keep',
  faceCover: put.hidden,
};

const sessionPageRules: MaskRules<ValueOf<'listSessions'>> = {
  sessions: {
    identity: 'keep',
    userName: put.user,
    device: put.device,
    deviceId: put.deviceId,
    ip: put.ip,
  },
};

/** Of what an entry of the journal is about. */
export const entryRules: MaskRules<EntryNames> = {
  name: (text, names, { profileId }) =>
    profileId === null ? names.serverNamed(text) : names.server(profileId),
  userName: put.user,
  host: put.host,
};

/** What is said of an event in codes; everything else may be part of a name, as the path of a gateway or a proxy. */
const keptFacts: ReadonlySet<string> = new Set([
  ...['code', 'reason', 'kept', 'wayIn', 'format', 'page', 'access', 'kind', 'program', 'command'],
  ...['by', 'rule', 'file'],
]);

/** Values of settings, which may stand beside names under the same key. */
const keptValues: ReadonlySet<unknown> = new Set(['never', 'on', 'off', 'system', 'direct']);

/** Of the answers to the calls. */
export const answerRules: { readonly [Name in CallWithText]: MaskRules<ValueOf<Name>> } = {
  readDetails: {
    user: userRules,
    rightsChange: { lost: { names: 'keep' }, gained: { names: 'keep' } },
    deviceId: put.deviceId,
    deviceInfo: (facts) => Object.fromEntries(Object.keys(facts).map((name) => [name, hiddenText])),
    certificate: certificateRules,
    way: { proxy: put.host },
  },
  readAuthority: certificateRules,
  readFormats: {
    format: 'keep',
    // Made from a profile with placeholders; but a person may have written anything into a template.
    text: (text, _names, { format }) => (isTemplateId(format) ? hiddenText : text),
  },
  readServerTable: { language: 'keep' },
  readJournal: {
    entries: {
      ...entryRules,
      facts: (facts) =>
        Object.fromEntries(
          Object.entries(facts).map(([name, fact]) => [
            name,
            typeof fact !== 'string' || keptFacts.has(name) || keptValues.has(fact) ? fact : hiddenText,
          ]),
        ),
    },
  },
  listSessions: sessionPageRules,
  listMoreSessions: sessionPageRules,
  endSessions: { problem: problemRules },
  listBlockedDevices: { devices: { blockId: 'keep', deviceId: put.deviceId, reason: put.hidden } },
  pasteToken: { userName: put.user, realName: put.nothing },
  // What was typed before is not shown again.
  recallPlace: { view: () => 'all', search: put.nothing },
  recallQuickSearch: { search: put.nothing },
  readAbout: {
    version: 'keep',
    electron: 'keep',
    chromium: 'keep',
    node: 'keep',
    system: 'keep',
    dataFolder: put.hidden,
    policyFile: 'keep',
  },
  readLicenses: 'keep',
  readReleaseNotes: { version: 'keep', groups: { title: 'keep', items: 'keep' } },
};
