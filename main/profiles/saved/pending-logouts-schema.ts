import * as v from 'valibot';
import type { EpochMs } from '../../../contract/core/time.ts';
import {
  type AutoLogoutPolicy,
  maxAutoLogoutSeconds,
  minutesPerDay,
} from '../../../contract/profiles/auto-logout.ts';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { knownMoment, savedMoment } from './field-schemas.ts';

/** Maximum number of saved pending log-outs per profile. */
export const maxPendingLogouts = 50;

/** A saved pending log-out: where to send it and how many attempts failed. Its token is in the vault. */
export interface SavedPendingLogout extends Pick<Profile, 'address' | 'tls' | 'proxy' | 'deviceId'> {
  /** 12 hexadecimal digits. */
  readonly id: string;
  readonly startedAt: EpochMs;
  readonly until: EpochMs | null;
  readonly tries: number;
  /** The number of attempts that the server responded to. */
  readonly answers: number;
  readonly triedAt: EpochMs | null;
  readonly cause: string | null;
  /** Whether automatic retries have stopped. */
  readonly givenUp: boolean;
}

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

/** The schema of an auto log-out policy. */
export const savedAutoLogout = v.object({
  afterSeconds: v.nullable(whole(1, maxAutoLogoutSeconds)),
  atMinute: v.nullable(whole(0, minutesPerDay - 1)),
  onLock: v.boolean(),
  onQuit: v.boolean(),
}) satisfies v.GenericSchema<unknown, AutoLogoutPolicy>;

/** The schema of a profile's pending log-outs; the connection settings have the same schema as in a profile. */
export function savedPendingLogouts<
  Address extends v.GenericSchema,
  Tls extends v.GenericSchema,
  Proxy extends v.GenericSchema,
  DeviceId extends v.GenericSchema,
>(way: { readonly address: Address; readonly tls: Tls; readonly proxy: Proxy; readonly deviceId: DeviceId }) {
  const { address, tls, proxy, deviceId } = way;
  const ending = v.object({
    address,
    tls,
    proxy,
    deviceId,
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
    startedAt: savedMoment,
    until: knownMoment,
    tries: whole(0, 1_000_000),
    answers: whole(0, 1_000_000),
    triedAt: knownMoment,
    cause: v.nullable(v.pipe(v.string(), v.maxLength(60))),
    givenUp: v.boolean(),
  });
  return v.pipe(v.array(ending), v.maxLength(maxPendingLogouts));
}
