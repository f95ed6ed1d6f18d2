import { dayMs, type EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type Snooze, snoozes } from '../../contract/sessions/reminders.ts';
import { stableSession } from '../../contract/sessions/session.ts';
import { bridge } from '../bridge.ts';
import { Menu, MenuItem } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useRow } from '../state/app-state.ts';
import { setViewState } from '../state/view-state.ts';

interface Props {
  readonly profileId: ProfileId;
  /** The button that opened it. */
  readonly at: DOMRect;
  readonly onSnooze: (until: EpochMs) => void;
  readonly onClose: () => void;
}

/** Until when a reminder is put off. */
export function SnoozeMenu({ profileId, at, onSnooze, onClose }: Props) {
  const t = useTranslate();
  const row = useRow(profileId);
  if (row === undefined) return null;
  const { name } = row.profile;
  const stable = stableSession(row.session);
  const end = stable.phase === 'logged-out' ? null : stable.expiresAt;
  const offered = snoozes.filter((one) => one !== 'day-before' || (end !== null && end - dayMs > Date.now()));
  const snooze = async (chosen: Snooze): Promise<void> => {
    const result = await bridge.snoozeReminder({ profileId, snooze: chosen });
    if (result.ok) onSnooze(result.value);
    else setViewState({ lastProblem: { profileId, problem: result.problem } });
  };
  return (
    <Menu
      label={t('reminders:snooze.of', { name })}
      x={at.left}
      y={at.bottom}
      height={at.height}
      align="start"
      onClose={onClose}
    >
      {offered.map((one) => (
        <MenuItem key={one} onAction={() => void snooze(one)}>
          {t(`reminders:snooze.${one}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
