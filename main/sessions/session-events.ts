import type { ServerProblem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { JournalEvent, JournalFacts } from '../../contract/journal.ts';
import type { Profile, ProxyChoice, TlsTrust } from '../../contract/profiles/profile.ts';
import { hasToken, type Session, stableSession, type Verdict } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { isSameLogin } from './login-rules.ts';
import { isSameProxy, isSameTrust } from './same-connection.ts';

/** An event and its facts for the journal. */
export type SessionChange = {
  [What in JournalEvent]: {
    readonly what: What;
    readonly facts: JournalFacts[What];
    readonly happenedAt?: EpochMs;
  };
}[JournalEvent];

/** The journal events for a changed row; undefined stands for a row that does not exist. */
export function eventsBetween(before: Row | undefined, after: Row | undefined): readonly SessionChange[] {
  if (!before) return after ? [{ what: 'profile-added', facts: {} }] : [];
  if (!after)
    return [
      {
        what: 'profile-removed',
        facts: { sessionLeft: hasToken(stableSession(before.session)) || before.endings.length > 0 },
      },
    ];
  return [
    ...profileChanges(before.profile, after.profile),
    ...sessionChanges(stableSession(before.session), stableSession(after.session)),
  ];
}

/** Whether the server refused the log-in, or it failed otherwise; null if the person cancelled. */
export function loginOutcome(problem: ServerProblem): 'login-refused' | 'login-failed' | null {
  if (problem.code === 'cancelled') return null;
  return 'serverCode' in problem ? 'login-refused' : 'login-failed';
}

function profileChanges(before: Profile, after: Profile): readonly SessionChange[] {
  const edits: SessionChange[] = [];
  const typed = ({ name, address, userName, tags, environment }: Profile) =>
    JSON.stringify([name, address, userName, tags, environment]);
  if (typed(before) !== typed(after))
    edits.push({ what: 'profile-edited', facts: { otherLogin: !isSameLogin(before, after) } });
  const trust = { from: trustCode(before.tls), to: trustCode(after.tls) };
  if (after.tls.mode === 'pin' && JSON.stringify(before.tls) !== JSON.stringify(after.tls))
    edits.push({ what: 'certificate-trusted', facts: { replaced: before.tls.mode === 'pin', ...trust } });
  else if (!isSameTrust(before.tls, after.tls)) edits.push({ what: 'trust-changed', facts: trust });
  if (!isSameProxy(before.proxy, after.proxy)) {
    const facts = { from: proxyCode(before.proxy), to: proxyCode(after.proxy) };
    edits.push({ what: 'proxy-changed', facts });
  }
  return edits;
}

function sessionChanges(before: Session, after: Session): readonly SessionChange[] {
  if (!hasToken(before) || !hasToken(after)) return [];
  const turns: SessionChange[] = [];
  if (before.phase === 'active' && after.phase === 'expired' && after.expiresAt !== null)
    turns.push({ what: 'session-expired', facts: {}, happenedAt: after.expiresAt });
  const verdict = after.lastCheck?.verdict;
  if (verdict !== undefined && verdict !== before.lastCheck?.verdict) turns.push(...verdictChange(verdict));
  return turns;
}

function verdictChange(verdict: Verdict): readonly SessionChange[] {
  switch (verdict) {
    case 'refused':
      return [{ what: 'session-refused', facts: { code: 'session-refused' } }];
    case 'blocked':
      return [{ what: 'session-refused', facts: { code: 'device-blocked' } }];
    case 'certificate-changed':
      return [{ what: 'certificate-changed', facts: {} }];
    default:
      return [];
  }
}

/** The type of trust with a fingerprint prefix that is long enough to identify it. */
function trustCode(tls: TlsTrust): string {
  return tls.mode === 'system' ? 'system' : `${tls.mode}:${tls.fingerprint.slice(0, 16)}`;
}

function proxyCode(proxy: ProxyChoice): string {
  return proxy.mode === 'fixed' ? new URL(proxy.url).host.replace(/[[\]]/g, '').slice(0, 60) : proxy.mode;
}
