import type { Managed } from '../../contract/installation/policy.ts';
import type { CommandName } from '../../contract/keys.ts';
import { environments, type ProfileId } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import {
  changeTicked,
  checkTicked,
  chooseEnvironment,
  exportTicked,
  logInToTicked,
  logOutOfTicked,
  openTags,
  removeTicked,
  toggleFavorites,
  toggleHidden,
} from '../actions/many-actions.ts';
import { tickedIds } from '../list/tick-rows.ts';
import { whyNot } from './availability.ts';

type TickedLabel =
  | `window:environment.${(typeof environments)[number]}`
  | `servers:selection.${'check' | 'logIn' | 'tag' | 'environment' | 'favorite' | 'export'}`
  | `servers:${'logOut' | 'hide' | 'showAgain' | 'remove'}`;

/** Something that can be done with the ticked servers. */
interface TickedChoice {
  readonly label: TickedLabel;
  /** Whether a server is so already. */
  readonly isOn?: (row: Row) => boolean;
  /** `isHeld`: its key is held, and acts once more. */
  readonly run: (isHeld: boolean) => unknown;
}

/** A command on the ticked servers, and its button in the head of the list. */
interface TickedCommand extends Omit<TickedChoice, 'label'> {
  readonly command: CommandName;
  /** Null: it has a key alone. */
  readonly label: TickedLabel | null;
  /** Once all of them are so; without it the button looks pressed then. */
  readonly labelWhenOn?: TickedLabel;
  /** The choices of the menu that its button opens; its key runs the command. */
  readonly choices?: readonly TickedChoice[];
}

/** What commands do while rows are ticked, for all of them; in the order of the head of the list. */
export const tickedCommands: readonly TickedCommand[] = [
  { command: 'checkOne', label: 'servers:selection.check', run: checkTicked },
  { command: 'logInAgain', label: 'servers:selection.logIn', run: logInToTicked },
  { command: 'logOut', label: 'servers:logOut', run: logOutOfTicked },
  { command: 'tag', label: 'servers:selection.tag', run: () => openTags(tickedIds()) },
  {
    command: 'environment',
    label: 'servers:selection.environment',
    run: () => chooseEnvironment(tickedIds()),
    choices: environments.map((environment) => ({
      label: `window:environment.${environment}`,
      isOn: ({ profile }) => profile.environment === environment,
      run: () => changeTicked({ environment }),
    })),
  },
  {
    command: 'favourite',
    label: 'servers:selection.favorite',
    isOn: ({ profile }) => profile.favourite,
    run: () => toggleFavorites(tickedIds()),
  },
  {
    command: 'hide',
    label: 'servers:hide',
    labelWhenOn: 'servers:showAgain',
    isOn: ({ profile }) => profile.hidden === true,
    run: () => toggleHidden(tickedIds()),
  },
  { command: 'export', label: 'servers:selection.export', run: exportTicked },
  { command: 'remove', label: 'servers:remove', run: removeTicked },
  { command: 'moveUp', label: null, run: (isHeld) => moveRows(tickedIds(), -1, isHeld) },
  { command: 'moveDown', label: null, run: (isHeld) => moveRows(tickedIds(), 1, isHeld) },
];

/** Moves servers in the manual order. */
export async function moveRows(
  profileIds: readonly ProfileId[],
  step: 1 | -1,
  isHeld: boolean,
): Promise<void> {
  const { moveByOne } = await import('../manual-order/move-rows.ts');
  await moveByOne(profileIds, step, isHeld);
}

/** The text of a command for these servers. */
export function tickedTitle(
  t: Translate,
  { label, labelWhenOn, isOn }: TickedCommand,
  rows: readonly Row[],
): string {
  const areOn = labelWhenOn !== undefined && isOn !== undefined && rows.every(isOn);
  return label === null ? '' : t(areOn ? labelWhenOn : label);
}

/** What is in the way of a command on all these servers; null if nothing is. */
export function whyNotAll(
  command: CommandName,
  rows: readonly Row[],
  managed: Managed,
): 'managed' | 'no-session' | null {
  const reasons = rows.map((row) => whyNot(command, row, managed));
  if (reasons.includes('managed')) return 'managed';
  return reasons.every((reason) => reason === 'no-session') ? 'no-session' : null;
}

/** Runs a command on the ticked servers; false if it is not for all of them. */
export function runOnTicked(command: CommandName, isHeld: boolean): boolean {
  const own = tickedCommands.find((one) => one.command === command);
  void own?.run(isHeld);
  return own !== undefined;
}
