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
