import type { CertificateFacts } from '../../../contract/core/certificate.ts';
import type { ServerProblem } from '../../../contract/core/problem.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import { type AutoLogoutPolicy, noAutoLogout } from '../../../contract/profiles/auto-logout.ts';
import type { Environment, ProfileId, TlsTrust } from '../../../contract/profiles/profile.ts';
import type { ServerInfo } from '../../../contract/profiles/server-info.ts';
import type { LiveChannel, NextCheck } from '../../../contract/sessions/checking.ts';
import type { PendingLogout } from '../../../contract/sessions/pending-logout.ts';
import type { Check, Session, TokenSession, Verdict } from '../../../contract/sessions/session.ts';
import type { RightsMark, Role, UserSummary } from '../../../contract/sessions/user.ts';
import type { Row } from '../../../contract/state.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A lock that was asked for, of a vault with a passphrase. */
export const locked = { kind: 'locked', reason: 'asked', keyring: null, passphrase: true } as const;

/** The ID of the nth generated profile. */
export function idOf(number: number): ProfileId {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as ProfileId;
}

/** A certificate that differs for every seed. */
export function certificateOf(seed: string, host: string, now: EpochMs): CertificateFacts {
  return {
    fingerprint: [...Array(64).keys()]
      .map((index) => ((seed.charCodeAt(index % seed.length) * (index + 7)) % 16).toString(16))
      .join(''),
    subject: `CN=${host}, O=NtechLab Integration`,
    issuer: `CN=${host}, O=NtechLab Integration`,
    names: [host, `www.${host}`],
    validFrom: now - 90 * day,
    validTo: now + 640 * day,
  };
}

/** How a generated row differs from the default. */
export interface RowWish {
  readonly name: string;
  readonly address: string;
  readonly userName: string;
  readonly session: Session;
  readonly role?: Role;
  readonly realName?: string;
  readonly adUser?: boolean;
  readonly environment?: Environment;
  readonly favourite?: boolean;
  readonly hidden?: true;
  readonly tags?: readonly string[];
  readonly notes?: string;
  readonly tls?: TlsTrust;
  readonly lastUsedAt?: EpochMs;
  readonly server?: ServerInfo;
  readonly checking?: boolean;
  readonly passwordKept?: boolean;
  readonly checksItself?: boolean;
  readonly nextCheck?: NextCheck;
  readonly channel?: LiveChannel;
  readonly rightsChange?: RightsMark;
  readonly lease?: AutoLogoutPolicy;
  readonly endings?: readonly PendingLogout[];
}

/** A row with this number. */
export function rowOf(number: number, wish: RowWish): Row {
  const user: UserSummary = {
    name: wish.userName,
    realName: wish.realName ?? '',
    role: wish.role ?? 'operator',
    adUser: wish.adUser ?? false,
  };
  return {
    profile: {
      id: idOf(number),
      name: wish.name,
      address: {
        origin: wish.address.replace(/(?<=:\/\/[^/]*)\/.*/, ''),
        basePath: /:\/\/[^/]*(.*)/.exec(wish.address)?.[1] ?? '',
      },
      userName: wish.userName,
      tags: wish.tags ?? [],
      environment: wish.environment ?? 'none',
      favourite: wish.favourite ?? false,
      ...(wish.hidden ? { hidden: true } : {}),
      tls: wish.tls ?? { mode: 'system' },
      proxy: { mode: 'system' },
      deviceId: `ffsm-desk14-9f3c71${String(number).padStart(2, '0')}`,
      lease: wish.lease ?? noAutoLogout,
      ...(wish.notes === undefined ? {} : { notes: wish.notes }),
    },
    session: wish.session,
    user: wish.session.phase === 'logged-out' ? null : user,
    server: wish.server ?? null,
    checking: wish.checking ?? false,
    passwordKept: wish.passwordKept ?? false,
    endings: wish.endings ?? [],
    lastUsedAt: wish.lastUsedAt ?? null,
    checksItself: wish.checksItself ?? true,
    nextCheck: wish.nextCheck ?? { kind: 'not', why: 'no-session' },
    channel: wish.channel ?? 'closed',
    rightsChange: wish.rightsChange ?? null,
  };
}

/** The row of a server with an accepted session, unless `more` says otherwise. */
export function serverRow(number: number, name: string, more: Partial<RowWish> = {}): Row {
  return rowOf(number, {
    name,
    address: `https://10.0.5.${number % 250}`,
    userName: 'operator',
    session: held(Date.now(), 60 * day, 'accepted'),
    ...more,
  });
}

/** A session that ends in `left` ms, with this last verdict. */
export function held(
  now: EpochMs,
  left: number | null,
  verdict: Verdict | null,
  problem: ServerProblem | null = null,
  differently: Partial<TokenSession> = {},
): TokenSession {
  const answered = verdict !== 'unreachable' && verdict !== 'certificate-changed';
  const check: Check | null =
    verdict === null ? null : { verdict, at: now - 3 * minute, tookMs: answered ? 41 : null, problem };
  return {
    phase: left !== null && left <= 0 ? 'expired' : 'active',
    loggedInAt: left === null ? now - 2 * day : now + left - 180 * day,
    expiresAt: left === null ? null : now + left,
    leaseEndsAt: null,
    skewMs: 0,
    secret: 'sealed',
    fingerprint: '9f3c71ab',
    wayIn: 'password',
    lastCheck: check,
    ...differently,
  };
}
