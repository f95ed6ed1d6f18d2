import type { Switches } from '../switches/switch-table.ts';

const minute = 60_000;

/** Formats a time (epoch milliseconds with fraction) like the server does. */
export function writeDate(moment: number, style: Switches['dates']): string {
  const offset = style === '+03:00' ? 180 * minute : 0;
  const whole = Math.floor(moment / 1000) * 1000;
  const date = new Date(whole + offset).toISOString().slice(0, 19);
  const zone = style === '+00:00' || style === '+03:00' ? style : 'Z';
  if (style === 'whole-seconds' || style === '+00:00') return date + zone;
  const micros = Math.floor((moment - whole) * 1000);
  if (style === 'milliseconds') return `${date}.${pad(Math.floor(micros / 1000), 3)}${zone}`;
  // Django omits the fraction if it is zero.
  return micros === 0 ? date + zone : `${date}.${pad(micros, 6)}${zone}`;
}

/** Parses a date from a client; undefined if it is invalid. */
export function readDate(text: string): number | undefined {
  const moment = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
