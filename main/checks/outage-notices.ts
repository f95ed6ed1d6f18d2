import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Verdict } from '../../contract/sessions/session.ts';
import type { OutageSummary, Row } from '../../contract/state.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Notices } from '../state/notices.ts';
import { membersToShow, verdictFor } from './outage-groups.ts';

interface Deps {
  readonly live: LiveState;
  readonly notices: Pick<Notices, 'add' | 'update' | 'has' | 'dismiss'>;
  readonly now: () => EpochMs;
}

const maxNames = 3;

/**
 * Keeps one notice per kind of outage while many servers are affected; adds, removes and dismisses it automatically.
 */
export function watchOutages({ live, notices, now }: Deps): void {
  const last = new Map(live.rows().map((row) => [row.profile.id, verdictOf(row)]));
  const groups = [
    new OutageGroup('refused', 'sessions-refused', { live, notices, now }),
    new OutageGroup('unreachable', 'servers-unreachable', { live, notices, now }),
  ];
  const turn = (id: ProfileId, verdict: Verdict | null) => {
    if (last.get(id) === verdict) return;
    last.set(id, verdict);
    for (const group of groups) group.turned(id, verdict);
  };
  live.watch(({ rows = [], gone = [] }) => {
    for (const row of rows) turn(row.profile.id, verdictOf(row));
    for (const id of gone) turn(id, null);
  });
}

/** What counts for an outage; hidden servers do not. */
function verdictOf({ profile, session }: Row): Verdict | null {
  return profile.hidden ? null : verdictFor(session);
}

class OutageGroup {
  readonly #members = new Map<ProfileId, EpochMs>();
  #noticeId: string | null = null;
  #shown: readonly ProfileId[] = [];
  #isTelling = false;

  constructor(
    private readonly verdict: Verdict,
    private readonly code: 'sessions-refused' | 'servers-unreachable',
    private readonly deps: Deps,
  ) {}

  turned(id: ProfileId, verdict: Verdict | null): void {
    if (verdict === this.verdict) this.#members.set(id, this.deps.now());
    else if (!this.#members.delete(id)) return;
    if (this.#isTelling) return;
    this.#isTelling = true;
    // Deferred, so that many changes give one notice and all listeners receive the current change first.
    queueMicrotask(() => {
      this.#isTelling = false;
      this.#tell();
    });
  }

  #tell(): void {
    const { notices, now } = this.deps;
    if (this.#noticeId !== null && !notices.has(this.#noticeId)) {
      // A dismissed notice covers the servers it listed; only others are reported again.
      for (const id of this.#shown) this.#members.delete(id);
      this.#noticeId = null;
    }
    this.#shown = membersToShow(this.#members, this.#noticeId !== null, now());
    const many = this.#many(this.#shown);
    if (this.#noticeId === null && many.count > 0) this.#noticeId = notices.add({ code: this.code, ...many });
    else if (this.#noticeId !== null && many.count > 0)
      notices.update({ id: this.#noticeId, code: this.code, ...many });
    else if (this.#noticeId !== null) {
      notices.dismiss(this.#noticeId);
      this.#noticeId = null;
    }
  }

  #many(told: readonly ProfileId[]): OutageSummary {
    const rows = told.map((id) => this.deps.live.row(id)).filter((row): row is Row => row !== undefined);
    return { count: rows.length, names: rows.slice(0, maxNames).map(({ profile }) => profile.name) };
  }
}
