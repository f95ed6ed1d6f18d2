import type { EpochMs } from '../../contract/core/time.ts';

/** A frame that means something here; `pong` is what answers a ping. */
export type ChannelFrame =
  | { readonly type: 'ping'; readonly pong: string }
  | { readonly type: 'token_invalid' }
  | { readonly type: 'license_alert' };

/** In bytes; a longer frame cannot be one of these. */
const longestKnown = 2_048;
const knownTypes = ['"ping"', '"token_invalid"', '"license_alert"'];

/** Nothing but what concerns the session itself. */
const noGroups = {
  ws_events: false,
  ws_notifications: false,
  ws_unacknowledged_events: false,
  ws_episodes: false,
  ws_clusters: false,
};

/** The first frame of a channel. */
export function authFrame(token: string): string {
  return JSON.stringify({ type: 'auth', data: { token, msg_groups: noGroups } });
}

/** Reads a frame of a server; null if it means nothing here, which is decided without parsing it where possible. */
export function readFrame(bytes: Buffer, now: EpochMs): ChannelFrame | null {
  if (bytes.length > longestKnown || !knownTypes.some((type) => bytes.includes(type))) return null;
  const { type, data } = parsed(bytes);
  if (type === 'token_invalid' || type === 'license_alert') return { type };
  if (type !== 'ping') return null;
  const echoed = typeof data === 'object' && !Array.isArray(data) ? data : {};
  const pong = { ...echoed, pong_date: new Date(now).toISOString() };
  return { type, pong: JSON.stringify({ type: 'pong', data: pong }) };
}

function parsed(bytes: Buffer): { readonly type?: unknown; readonly data?: unknown } {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
