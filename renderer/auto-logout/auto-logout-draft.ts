import { type AutoLogoutPolicy, maxAutoLogoutSeconds } from '../../contract/profiles/auto-logout.ts';
import { formatTimeOfDay, parseTimeOfDay } from '../i18n/format-auto-logout.ts';

/** The durations offered, in seconds. */
export const offeredSeconds = [900, 3_600, 28_800, 43_200, 86_400] as const;

const unitSeconds = { minutes: 60, hours: 3_600, days: 86_400 } as const;

/** The units for another duration. */
export const timeUnits = ['minutes', 'hours', 'days'] as const;

/** An auto log-out policy while it is edited. */
export interface AutoLogoutDraft {
  readonly after: boolean;
  /** One of the offered durations, or `own`. */
  readonly seconds: string;
  readonly amount: string;
  readonly unit: (typeof timeUnits)[number];
  readonly atHour: boolean;
  readonly time: string;
  readonly onLock: boolean;
  readonly onQuit: boolean;
}

/** The draft for a policy. */
export function toDraft({ afterSeconds, atMinute, onLock, onQuit }: AutoLogoutPolicy): AutoLogoutDraft {
  const offered = offeredSeconds.find((seconds) => seconds === afterSeconds);
  const unit =
    timeUnits.toReversed().find((name) => afterSeconds !== null && afterSeconds % unitSeconds[name] === 0) ??
    'minutes';
  return {
    after: afterSeconds !== null,
    seconds: afterSeconds === null ? '28800' : (offered?.toString() ?? 'own'),
    amount: afterSeconds === null ? '30' : String(Math.max(1, Math.ceil(afterSeconds / unitSeconds[unit]))),
    unit,
    atHour: atMinute !== null,
    time: formatTimeOfDay(atMinute ?? 18 * 60),
    onLock,
    onQuit,
  };
}

/** The policy of a draft, or which part of it is invalid. */
export function parseDraft(draft: AutoLogoutDraft): {
  readonly lease: AutoLogoutPolicy | null;
  readonly amountWrong: boolean;
  readonly timeWrong: boolean;
} {
  const own = /^\d{1,7}$/.test(draft.amount.trim()) ? Number(draft.amount) * unitSeconds[draft.unit] : 0;
  const seconds = draft.seconds === 'own' ? own : Number(draft.seconds);
  const minute = parseTimeOfDay(draft.time);
  const amountWrong = draft.after && (seconds < 1 || seconds > maxAutoLogoutSeconds);
  const timeWrong = draft.atHour && minute === null;
  if (amountWrong || timeWrong) return { lease: null, amountWrong, timeWrong };
  const { onLock, onQuit } = draft;
  const lease = {
    afterSeconds: draft.after ? seconds : null,
    atMinute: draft.atHour ? minute : null,
    onLock,
    onQuit,
  };
  return { lease, amountWrong, timeWrong };
}
