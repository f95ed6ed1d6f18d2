import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import { translateNow } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { describeChanges, statusChange } from './describe-changes.ts';
import { liveRegion } from './live-region.ts';

/** Changes within this time are announced together. */
const groupMs = 1_000;

let isStarted = false;

/**
 * Tells screen readers when checks have found another status of servers that are not hidden, once they are done reading; nothing while the
 * window is locked. Starts once.
 */
export function announceChanges(): void {
  if (isStarted) return;
  isStarted = true;
  const region = liveRegion();
  const before = new Map<ProfileId, Row>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function announce(): void {
    timer = undefined;
    const { rows } = useAppState.getState();
    const now = Date.now();
    const changes = rows.flatMap((row) => {
      const known = before.get(row.profile.id);
      return known === undefined || row.profile.hidden ? [] : [statusChange(known, row, now)];
    });
    before.clear();
    region.textContent = describeChanges(
      translateNow,
      changes.filter((change) => change !== null),
    );
  }

  useAppState.subscribe((state, old) => {
    if (state.lock.kind === 'locked') {
      clearTimeout(timer);
      timer = undefined;
      before.clear();
      region.textContent = '';
      return;
    }
    if (state.rows === old.rows || old.lock.kind === 'locked') return;
    for (const [index, row] of state.rows.entries()) {
      // Rows keep their places until one is removed; then nothing is compared, which loses little.
      const known = old.rows[index];
      const isSame = known !== undefined && known.profile.id === row.profile.id;
      if (isSame && known !== row && !before.has(row.profile.id)) before.set(row.profile.id, known);
    }
    if (before.size > 0) timer ??= setTimeout(announce, groupMs);
  });
}
