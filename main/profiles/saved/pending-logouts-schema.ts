import * as v from 'valibot';
import type { EpochMs } from '../../../contract/core/time.ts';
import {
  type AutoLogoutPolicy,
  maxAutoLogoutSeconds,
  minutesPerDay,
} from '../../../contract/profiles/auto-logout.ts';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { knownMoment, savedMoment } from './field-schemas.ts';

/** The most pending log-outs of one profile that are kept. */
export const maxPendingLogouts = 50;

/** What is kept of a pending log-out: whom to ask for it, and how often that was without success. Its token is in the vault. */
export interface SavedPendingLogout extends Pick<Profile, 'address' | 'tls' | 'proxy' | 'deviceId'> {
  /** 12 hex digits. */
  readonly id: string;
  readonly startedAt: EpochMs;
  readonly until: EpochMs | null;
  readonly tries: number;
  /** How many of the tries the server itself answered. */
  readonly answers: number;
  readonly triedAt: EpochMs | null;
  readonly cause: string | null;
  /** Is it not tried automatically any more? */
  readonly givenUp: boolean;
}

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

/** The shape of an auto-logout. */
export const savedAutoLogout = v.object({
  afterSeconds: v.nullable(whole(1, maxAutoLogoutSeconds)),
  atMinute: v.nullable(whole(0, minutesPerDay - 1)),
  onLock: v.boolean(),
  onQuit: v.boolean(),
}) satisfies v.GenericSchema<unknown, AutoLogoutPolicy>;

/** The shape of a profile's pending log-outs; the way to a server has the same shape as in its profile. */
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
