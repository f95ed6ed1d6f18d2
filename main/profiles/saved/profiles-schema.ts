import * as v from 'valibot';
import { type CopyFormat, isCopyFormat } from '../../../contract/core/copy-format.ts';
import { type EpochMs, isMoment } from '../../../contract/core/time.ts';
import { noAutoLogout } from '../../../contract/profiles/auto-logout.ts';
import {
  environments,
  isProfileId,
  type Profile,
  type ProfileId,
} from '../../../contract/profiles/profile.ts';
import { authTypes, type ServerInfo } from '../../../contract/profiles/server-info.ts';
import { type Check, loginMethods, type TokenSession, verdicts } from '../../../contract/sessions/session.ts';
import type { RightsChange, UserSummary } from '../../../contract/sessions/user.ts';
import { type FileFormat, versionedJsonFormat } from '../../files/file-format.ts';
import { isProxyUrl } from '../../servers/proxy/proxy-url.ts';
import { type SavedAuthority, salvagedAuthorities, savedAuthorities } from './authorities-schema.ts';
import { knownMoment, savedMoment, savedRightsChange, savedUserSummary } from './field-schemas.ts';
import { type SavedPendingLogout, savedAutoLogout, savedPendingLogouts } from './pending-logouts-schema.ts';
import { isPlainEntry } from './plain-entry.ts';
import { isOrigin } from './saved-origin.ts';

/** Maximum number of saved profiles. */
export const maxProfiles = 10_000;

/** What is saved of a session for the next start; the vault knows where its token is. */
export interface SessionFacts
  extends Pick<
    TokenSession,
    'loggedInAt' | 'expiresAt' | 'leaseEndsAt' | 'skewMs' | 'fingerprint' | 'wayIn'
  > {
  readonly lastCheck: Omit<Check, 'problem'> | null;
}

/** A profile with the last known facts about its session and user. */
export interface SavedProfile {
  readonly profile: Profile;
  readonly session: SessionFacts | null;
  readonly user: UserSummary | null;
  readonly lastUsedAt: EpochMs | null;
  /** The server info; null if the server has not been asked. */
  readonly server: ServerInfo | null;
  /** Whether automatic checks are on. */
  readonly checksItself: boolean;
  /** Whether a live channel may be opened; absent: it may. */
  readonly hearsLive?: boolean;
  readonly rightsChange: RightsChange | null;
  readonly endings: readonly SavedPendingLogout[];
}

/** The facts of a new profile. */
export const unknownSession: Omit<SavedProfile, 'profile'> = {
  session: null,
  user: null,
  lastUsedAt: null,
  server: null,
  checksItself: true,
  rightsChange: null,
  endings: [],
};

/** The vault generation that the app saw last; finding a lower one means that a copy was restored. */
export interface SeenVault {
  readonly vaultId: string;
  readonly gen: number;
}

/** The content of `profiles.json`. */
export interface SavedProfiles {
  readonly fmt: 'ffsm-profiles';
  readonly v: 3;
  readonly minReader: 3;
  readonly vault: SeenVault | null;
  readonly authorities: readonly SavedAuthority[];
  readonly profiles: readonly SavedProfile[];
}

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));

/** The saved proxy setting. */
export const savedProxy = v.variant('mode', [
  v.object({ mode: v.literal('system') }),
  v.object({ mode: v.literal('direct') }),
  v.object({ mode: v.literal('fixed'), url: v.pipe(text(2048), v.check(isProxyUrl)) }),
]);

/** What is saved of a client certificate; the vault has its key. */
const savedClientCertificate = v.object({
  fingerprint: hex(64),
  subject: text(500),
  issuer: text(500),
  validFrom: savedMoment,
  validTo: savedMoment,
});

const profile = v.object({
  id: v.custom<ProfileId>(isProfileId),
  name: text(500),
  address: v.object({
    origin: v.pipe(text(2048), v.check(isOrigin)),
    basePath: v.pipe(text(2048), v.regex(/^(\/[\w.~-]+)*$/)),
  }),
  userName: text(1000),
  tags: v.pipe(v.array(text(500)), v.maxLength(100)),
  environment: v.picklist(environments),
  favourite: v.boolean(),
  hidden: v.exactOptional(v.literal(true)),
  position: v.exactOptional(v.pipe(v.number(), v.finite())),
  copyFormat: v.exactOptional(v.custom<CopyFormat>(isCopyFormat)),
  tls: v.variant('mode', [
    v.object({ mode: v.literal('system') }),
    v.object({ mode: v.literal('ca'), fingerprint: hex(64), trustedAt: savedMoment }),
    v.object({
      mode: v.literal('pin'),
      fingerprint: hex(64),
      trustedAt: savedMoment,
      dates: v.exactOptional(v.object({ validFrom: savedMoment, validTo: savedMoment })),
      names: v.exactOptional(v.object({ subject: text(500), issuer: text(500) })),
    }),
  ]),
  proxy: v.optional(savedProxy, { mode: 'system' }),
  clientCertificate: v.exactOptional(savedClientCertificate),
  deviceId: text(200),
  lease: v.optional(savedAutoLogout, noAutoLogout),
  notes: v.exactOptional(text(5_000)),
});

/** The schema of saved session facts; also used in backups. */
export const sessionFacts = v.object({
  loggedInAt: savedMoment,
  expiresAt: knownMoment,
  leaseEndsAt: v.optional(knownMoment, null),
  skewMs: savedMoment,
  fingerprint: hex(8),
  wayIn: v.optional(v.picklist(loginMethods), 'password'),
  lastCheck: v.pipe(
    v.nullable(v.object({ verdict: v.picklist(verdicts), at: v.number(), tookMs: knownMoment })),
    v.transform((check) => (isMoment(check?.at) ? check : null)),
  ),
});

const duration = v.pipe(
  v.nullable(v.pipe(v.number(), v.minValue(0))),
  v.transform((length) => (isMoment(length) ? length : null)),
);
const serverFacts = v.object({
  authType: v.nullable(v.picklist(authTypes)),
  sessionSeconds: duration,
  needsRenewal: v.boolean(),
  renewIntervalSeconds: duration,
  activeDirectory: v.boolean(),
  cproauth: v.boolean(),
  languages: v.pipe(v.array(text(100)), v.maxLength(100)),
  seenAt: savedMoment,
});

/** The schema of one entry. */
export const savedProfile = v.object({
  profile,
  session: v.nullable(sessionFacts),
  user: v.nullable(savedUserSummary),
  lastUsedAt: knownMoment,
  server: v.optional(v.nullable(serverFacts), null),
  checksItself: v.optional(v.boolean(), true),
  hearsLive: v.exactOptional(v.boolean()),
  rightsChange: v.optional(v.nullable(savedRightsChange), null),
  endings: v.optional(savedPendingLogouts(profile.entries), []),
});

const asWritten = v.custom<SavedProfile>(() => true);

const profiles = v.pipe(
  v.array(v.lazy((entry) => (isPlainEntry(entry) ? asWritten : savedProfile))),
  v.maxLength(maxProfiles),
  v.check((all) => haveOwnIds(all)),
);

const seenVault = v.object({
  vaultId: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  gen: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

const savedProfiles = v.object({
  fmt: v.literal('ffsm-profiles'),
  v: v.literal(3),
  minReader: v.literal(3),
  vault: v.nullable(seenVault),
  authorities: v.optional(savedAuthorities, []),
  profiles,
});

/** Version 2, without custom CAs. */
const version2 = v.object({ ...savedProfiles.entries, v: v.literal(2), minReader: v.literal(2) });

/** Version 1, without the vault generation. */
const version1 = v.object({
  fmt: v.literal('ffsm-profiles'),
  v: v.literal(1),
  minReader: v.literal(1),
  profiles,
});

/**
 * The format of `profiles.json`.
 *
 * One invalid entry makes the whole file invalid, because the backup is probably intact. If the backup is invalid too,
 * the valid entries are shown and neither file is written.
 */
export const profilesFormat: FileFormat<SavedProfiles> = versionedJsonFormat({
  fmt: 'ffsm-profiles',
  version: 3,
  largest: 80_000_000,
  schema: savedProfiles,
  salvage,
  older: [
    { version: 1, upgrade: fromVersion1 },
    { version: 2, upgrade: fromVersion2 },
  ],
});

/** The content of `profiles.json`: these profiles, and the CAs that at least one of them trusts. */
export function makeSavedProfiles(
  profiles: readonly SavedProfile[],
  vault: SeenVault | null = null,
  authorities: readonly SavedAuthority[] = [],
): SavedProfiles {
  const trusts = profiles.flatMap(({ profile, endings }) => [profile, ...endings]);
  const trusted = new Set(trusts.map(({ tls }) => (tls.mode === 'ca' ? tls.fingerprint : '')));
  const needed = authorities.filter(({ fingerprint }) => trusted.has(fingerprint));
  return { fmt: 'ffsm-profiles', v: 3, minReader: 3, vault, authorities: needed, profiles };
}

function fromVersion1(raw: unknown): SavedProfiles | null {
  const read = v.safeParse(version1, raw);
  return read.success ? makeSavedProfiles(read.output.profiles) : null;
}

function fromVersion2(raw: unknown): SavedProfiles | null {
  const read = v.safeParse(version2, raw);
  return read.success ? makeSavedProfiles(read.output.profiles, read.output.vault) : null;
}

function salvage(raw: unknown): SavedProfiles | null {
  if (!v.is(v.object({ profiles: v.array(v.unknown()) }), raw)) return null;
  const whole = new Map<ProfileId, SavedProfile>();
  for (const entry of raw.profiles.slice(0, maxProfiles)) {
    const read = v.safeParse(savedProfile, entry);
    if (read.success && !whole.has(read.output.profile.id)) whole.set(read.output.profile.id, read.output);
  }
  const seen = v.safeParse(v.object({ vault: seenVault }), raw);
  const vault = seen.success ? seen.output.vault : null;
  return makeSavedProfiles([...whole.values()], vault, salvagedAuthorities(raw));
}

function haveOwnIds(profiles: readonly SavedProfile[]): boolean {
  return new Set(profiles.map((saved) => saved.profile.id)).size === profiles.length;
}
