import { dayMs, type EpochMs, hourMs } from '../../../contract/core/time.ts';
import type { Environment, ProfileId } from '../../../contract/profiles/profile.ts';

/** How far the timeline looks ahead. */
export const spanMs = 180 * dayMs;

/** A new session lasts as long as that by the clock of its server, which may be ahead. */
const toleranceMs = hourMs;

/** A session, and when it began and ends. */
export interface SessionEnd {
  readonly id: ProfileId;
  readonly name: string;
  readonly environment: Environment;
  readonly loggedInAt: EpochMs;
  readonly endsAt: EpochMs;
}

/** The sessions at one place of the timeline: one, or several that would cover each other. */
export interface Chip {
  /** By their end. */
  readonly sessions: readonly SessionEnd[];
  /** The most important one of its sessions. */
  readonly environment: Environment;
  /** Where the first of them ends, in pixels from the start. */
  readonly x: number;
  /** The left edge, in pixels; less than `x` only where the timeline ends. */
  readonly left: number;
  /** In pixels. */
  readonly width: number;
  /** From 0, the uppermost. */
  readonly lane: number;
}

/** The measures of a timeline, in pixels. */
export interface TimelineMeasures {
  readonly width: number;
  readonly lanes: number;
  /** The least distance between two chips of a lane. */
  readonly gap: number;
  readonly clusterWidth: number;
  readonly chipWidth: (session: SessionEnd) => number;
}

const ranks: Readonly<Record<Environment, number>> = { production: 2, test: 1, none: 0 };

/**
 * Places the sessions that end within the span. Each takes the first lane with room for it; if there is none, it joins
 * the chip before it.
 */
export function placePins(
  sessions: readonly SessionEnd[],
  now: EpochMs,
  { width: whole, lanes, gap, clusterWidth, chipWidth }: TimelineMeasures,
): readonly Chip[] {
  const chips: Placing[] = [];
  const endOfLane = Array.from({ length: lanes }, () => Number.NEGATIVE_INFINITY);
  for (const session of byEnd(sessions, now)) {
    const x = Math.min(1, (session.endsAt - now) / spanMs) * whole;
    const width = chipWidth(session);
    // It may become a cluster, which must not be cut off either.
    const left = Math.max(0, Math.min(x, whole - Math.max(width, clusterWidth)));
    const lane = endOfLane.findIndex((end) => end + gap <= left);
    if (lane >= 0)
      chips.push({ sessions: [session], environment: session.environment, x, left, width, lane });
    const last = chips.at(-1);
    if (last === undefined) continue;
    if (lane < 0) join(last, session, clusterWidth);
    endOfLane[last.lane] = last.left + last.width;
  }
  return chips;
}

/** A chip that more sessions may join. */
interface Placing extends Chip {
  readonly sessions: SessionEnd[];
  environment: Environment;
  width: number;
}

function join(chip: Placing, session: SessionEnd, clusterWidth: number): void {
  chip.sessions.push(session);
  chip.environment = moreImportant(chip.environment, session.environment);
  chip.width = clusterWidth;
}

/** The sessions that end within the span, the next one first. */
export function byEnd(sessions: readonly SessionEnd[], now: EpochMs): readonly SessionEnd[] {
  return sessions
    .filter(({ endsAt }) => endsAt > now && endsAt <= now + spanMs + toleranceMs)
    .toSorted((one, other) => one.endsAt - other.endsAt);
}

function moreImportant(one: Environment, other: Environment): Environment {
  return ranks[one] >= ranks[other] ? one : other;
}

/** The first days of the months within the span, local time. */
export function monthsAhead(now: EpochMs): readonly EpochMs[] {
  const today = new Date(now);
  return Array.from({ length: 7 }, (_, step) =>
    new Date(today.getFullYear(), today.getMonth() + step + 1, 1).getTime(),
  ).filter((start) => start < now + spanMs);
}
