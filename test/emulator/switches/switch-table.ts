import { behaviourSwitches } from './behaviour-switches.ts';
import { faultSwitches } from './fault-switches.ts';

/** All switches, the source of types, command line and help. */
export const switchTable = { ...behaviourSwitches, ...faultSwitches };

/** The name of a switch. */
export type SwitchName = keyof typeof switchTable;

/** The values of all switches. */
export type Switches = { readonly [Name in SwitchName]: (typeof switchTable)[Name]['normal'] };

/** The names in the order of the help. */
export const switchNames = Object.keys(switchTable) as SwitchName[];

/** All switches with their normal values. */
export const normalSwitches = Object.fromEntries(
  switchNames.map((name) => [name, switchTable[name].normal]),
) as unknown as Switches;

/** Switches of the whole server, which cannot be changed per request. */
const wholeServer: readonly SwitchName[] = [
  'prefix',
  'passwordChange',
  'onlineSeconds',
  'pingSeconds',
  'clockOffsetSeconds',
  'certificate',
];

/** Why these switches cannot be limited to a path; undefined if they can. */
export function whyNotLimited(changes: Partial<Switches>): string | undefined {
  const whole = wholeServer.find((name) => changes[name] !== undefined);
  return whole && `${whole} holds for the whole server and cannot be limited to a path.`;
}
