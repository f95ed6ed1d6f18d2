import type { SwitchBoard } from './switch-board.ts';
import { type Switches, type SwitchName, switchNames, switchTable, whyNotLimited } from './switch-table.ts';

/** A change as typed: `name=value`, or `name=value@/path/` for one path. */
export interface SwitchLine {
  readonly changes: Partial<Switches>;
  readonly where: string | undefined;
}

/** Parses a typed change; returns a message if it is invalid. */
export function readSwitchLine(line: string): SwitchLine | string {
  const equals = line.indexOf('=');
  const name = line.slice(0, Math.max(equals, 0)).trim();
  if (!isSwitchName(name)) return `There is no switch in "${line}"; write name=value or name=value@/path/.`;
  const rest = line.slice(equals + 1);
  // An origin may contain "@", so only one followed by a path or a method limits the change.
  const limit = /@((?:[A-Z]+ )?\/.*)$/.exec(rest);
  const text = (limit ? rest.slice(0, limit.index) : rest).trim();
  const value = switchTable[name].read(text);
  if (value === undefined) return `"${text}" is not a value of ${name}: ${switchTable[name].values}.`;
  const changes = { [name]: value };
  return (limit && whyNotLimited(changes)) ?? { changes, where: limit?.[1] };
}

/** Applies a typed change; returns what is wrong with it, or undefined. */
export function applySwitchLine(board: SwitchBoard, line: string): string | undefined {
  if (line.trim() === 'reset') {
    board.reset();
    return undefined;
  }
  const read = readSwitchLine(line);
  if (typeof read === 'string') return read;
  if (read.where === undefined) board.set(read.changes);
  else board.only(read.where, read.changes);
  return undefined;
}

/** A value as it would be typed. */
export function showValue(value: Switches[SwitchName]): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

function isSwitchName(name: string): name is SwitchName {
  return switchNames.some((known) => known === name);
}
