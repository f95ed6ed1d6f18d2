import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { type CheckPoint, maxCheckPoints } from '../../contract/sessions/checking.ts';
import { type Check, verdicts } from '../../contract/sessions/session.ts';

/** The numbers of one check: when, which verdict, and the response time or -1. */
const numbers = 3;

interface Ring {
  /** The server that was asked; another one begins a new history. */
  readonly server: string;
  readonly values: Float64Array;
  /** How many checks were noted; the oldest are overwritten. */
  count: number;
}

/** The last checks of each profile since the app was started; in memory only, 800 bytes a profile. */
export class CheckHistory {
  readonly #rings = new Map<ProfileId, Ring>();

  /** Adds a check of this profile. */
  note({ id, address }: Profile, { at, verdict, tookMs }: Check): void {
    const server = address.origin + address.basePath;
    let ring = this.#rings.get(id);
    if (ring?.server !== server) {
      ring = { server, values: new Float64Array(maxCheckPoints * numbers), count: 0 };
      this.#rings.set(id, ring);
    }
    ring.values.set([at, verdicts.indexOf(verdict), tookMs ?? -1], (ring.count % maxCheckPoints) * numbers);
    ring.count += 1;
  }

  /** The last checks of a profile, the newest last. */
  pointsOf(id: ProfileId): readonly CheckPoint[] {
    const ring = this.#rings.get(id);
    if (!ring) return [];
    const { values, count } = ring;
    const kept = Math.min(count, maxCheckPoints);
    return Array.from({ length: kept }, (_, nth) => {
      const place = ((count - kept + nth) % maxCheckPoints) * numbers;
      const [at = 0, verdict = 0, tookMs = -1] = values.subarray(place, place + numbers);
      return { at, verdict: verdicts[verdict] ?? 'uncertain', tookMs: tookMs < 0 ? null : tookMs };
    });
  }

  /** Drops what is known of a profile that was removed. */
  forget(id: ProfileId): void {
    this.#rings.delete(id);
  }
}
