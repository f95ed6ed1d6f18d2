import { behaviourSwitches } from './behaviour-switches.ts';
import { faultSwitches } from './fault-switches.ts';

/** Every switch there is, described once for types, command line and printed help. */
export const switchTable = { ...behaviourSwitches, ...faultSwitches };

/** The name of a switch. */
export type SwitchName = keyof typeof switchTable;

/** The position of every switch. */
export type Switches = { readonly [Name in SwitchName]: (typeof switchTable)[Name]['normal'] };

/** Switch names in the order the help shows them. */
export const switchNames = Object.keys(switchTable) as SwitchName[];

/** Every switch in its normal position. */
export const normalSwitches = Object.fromEntries(
  switchNames.map((name) => [name, switchTable[name].normal]),
) as unknown as Switches;

/** Switches that hold for a whole server: a request comes too late to change them. */
const wholeServer: readonly SwitchName[] = [
  'prefix',
  'passwordChange',
  'onlineSeconds',
  'pingSeconds',
  'clockOffsetSeconds',
  'certificate',
];

/** What is wrong with limiting these switches to a path, in one sentence; undefined when nothing is. */
export function whyNotLimited(changes: Partial<Switches>): string | undefined {
  const whole = wholeServer.find((name) => changes[name] !== undefined);
  return whole && `${whole} holds for the whole server and cannot be limited to a path.`;
}
