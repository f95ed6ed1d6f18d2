import type { CertificateFacts } from '../../contract/core/certificate.ts';
import { type EpochMs, isMoment } from '../../contract/core/time.ts';
import type { JournalEntry } from '../../contract/journal.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, rowStatus, type Session, stableSession } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { AppState, Row } from '../../contract/state.ts';
import type { Pseudonymizer } from './pseudonymizer.ts';
import type { RuntimeFacts } from './runtime-facts.ts';

/** What the report is made from. */
export interface ReportFacts {
  readonly at: EpochMs;
  readonly state: AppState;
  readonly runtime: RuntimeFacts;
  readonly certificates: ReadonlyMap<ProfileId, CertificateFacts>;
  /** The journal, oldest entry first. */
  readonly journal: readonly JournalEntry[];
  readonly logLines: readonly string[];
  /** Names of this computer and its user. */
  readonly ownNames: readonly string[];
}

const problemsShown = 50;
const pieceSize = 500;

/** The text of the diagnostics report, with every name and address replaced by a pseudonym. */
export async function reportText(facts: ReportFacts, pseudonymizer: Pseudonymizer): Promise<string> {
  const { at, state, runtime, journal } = facts;
  const expiringMs = expiringSpanMs(state.settings);
  const report = {
    report: 'FindFace Session Manager diagnostics',
    note: 'Names, addresses and ids are replaced by marks, which are the same within this file and nowhere else.',
    at: iso(at),
    app: state.appVersion,
    runtime,
    storage: state.storage,
    settings: state.settings,
    language: state.language,
    notices: state.notices.map(({ code }) => code),
    counts: {
      profiles: state.rows.length,
      standing: counted(state.rows.map((row) => rowStatus(row, at, expiringMs))),
      trust: counted(state.rows.map(({ profile }) => profile.tls.mode)),
      scheme: counted(state.rows.map(({ profile }) => new URL(profile.address.origin).protocol)),
      environment: counted(state.rows.map(({ profile }) => profile.environment)),
      journal: counted(journal.map(({ what }) => what)),
    },
    profiles: await inPieces(state.rows, (row) => profileFacts(row, pseudonymizer)),
    certificates: [...facts.certificates].map(([id, certificate]) =>
      certificateOf(id, certificate, pseudonymizer),
    ),
    problems: journal
      .filter(({ facts: told }) => 'code' in told)
      .slice(-problemsShown)
      .map(({ at: when, what, profileId, facts: told }) => ({
        at: iso(when),
        what,
        code: told.code,
        profile: pseudonymizer.mark('profile', profileId ?? ''),
      })),
    log: logWithoutNames(facts, pseudonymizer),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Maps over many items and yields to the event loop in between. */
async function inPieces<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Value,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (const item of items) {
    if (values.length % pieceSize === pieceSize - 1) await new Promise(setImmediate);
    values.push(work(item));
  }
  return values;
}

function profileFacts({ profile, session, checking, lastUsedAt }: Row, pseudonymizer: Pseudonymizer) {
  return {
    profile: pseudonymizer.mark('profile', profile.id),
    name: pseudonymizer.mark('name', profile.name),
    host: pseudonymizer.mark('host', hostOf(profile)),
    user: pseudonymizer.mark('user', profile.userName),
    port: new URL(profile.address.origin).port,
    hasBasePath: profile.address.basePath !== '',
    trust: profile.tls.mode,
    environment: profile.environment,
    checking,
    lastUsedAt: lastUsedAt === null ? null : iso(lastUsedAt),
    ...sessionFacts(session),
  };
}

function sessionFacts(session: Session) {
  const held = stableSession(session);
  if (!hasToken(held)) return { phase: session.phase };
  const { lastCheck, expiresAt, loggedInAt, secret, skewMs } = held;
  return {
    phase: session.phase,
    secret,
    loggedInAt: iso(loggedInAt),
    expiresAt: expiresAt === null ? null : iso(expiresAt),
    skewMs,
    lastCheck: lastCheck && {
      verdict: lastCheck.verdict,
      at: iso(lastCheck.at),
      tookMs: lastCheck.tookMs,
      code: lastCheck.problem?.code ?? null,
    },
  };
}

function certificateOf(id: ProfileId, certificate: CertificateFacts, pseudonymizer: Pseudonymizer) {
  const { fingerprint, subject, issuer, names, validFrom, validTo } = certificate;
  return {
    profile: pseudonymizer.mark('profile', id),
    certificate: pseudonymizer.mark('certificate', fingerprint),
    selfSigned: subject === issuer,
    names: names.length,
    validFrom: iso(validFrom),
    validTo: iso(validTo),
  };
}

/** Log lines hold no names by design; this removes any that were written by mistake. */
function logWithoutNames(
  { state, journal, certificates, logLines, ownNames }: ReportFacts,
  pseudonymizer: Pseudonymizer,
) {
  const profiles = state.rows.map(({ profile }) => profile);
  const names = new Map<string, readonly [string, string]>();
  const add = (kind: string, name: string) => names.set(`${kind}\n${name}`, [kind, name]);
  for (const profile of profiles) {
    add('profile', profile.id);
    add('host', hostOf(profile));
    add('name', profile.name);
    add('user', profile.userName);
    add('device', profile.deviceId);
  }
  for (const { user } of state.rows) if (user) [user.name, user.realName].map((name) => add('user', name));
  for (const entry of journal) {
    add('profile', entry.profileId ?? '');
    add('host', entry.host.replace(/:\d+$/, ''));
    add('name', entry.name);
    add('user', entry.userName);
  }
  for (const { names: hosts } of certificates.values()) for (const host of hosts) add('host', host);
  for (const name of ownNames) add('computer', name);
  return pseudonymizer.strike(logLines, names.values());
}

const hostOf = (profile: Profile): string => new URL(profile.address.origin).hostname;

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** ISO 8601; a server can send a time that `Date` cannot represent. */
function iso(at: EpochMs): string {
  return isMoment(at) ? new Date(at).toISOString() : 'impossible';
}
