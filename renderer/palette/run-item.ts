import type { Managed } from '../../contract/installation/policy.ts';
import { type CountedCommand, countedCopy } from '../../contract/keys.ts';
import { copySession } from '../actions/copy-session.ts';
import { performRowAction } from '../actions/row-action.ts';
import { bridge } from '../bridge.ts';
import { type WhyNot, whyNot } from '../commands/availability.ts';
import { runInWindow, runOnServer } from '../commands/run-command.ts';
import { runOnTicked, whyNotAll } from '../commands/ticked-commands.ts';
import { tickedRows } from '../list/tick-rows.ts';
import { getRow } from '../state/app-state.ts';
import { isLocked } from '../state/managed.ts';
import { closeDialog, openDialog, setViewState } from '../state/view-state.ts';
import type { PaletteTarget } from './palette-items.ts';

/** What is in the way of an entry at the moment; null if nothing is. */
export function whyNotItem(target: PaletteTarget, managed: Managed): WhyNot | null {
  if (target.kind === 'in-window')
    return target.command === 'addServer' && isLocked(managed, 'servers') ? 'managed' : null;
  if (target.kind === 'on-ticked') return whyNotAll(target.command, tickedRows(), managed);
  if (target.kind !== 'on-server' && target.kind !== 'copy') return null;
  const row = getRow(target.profileId);
  return row === undefined ? null : whyNot(target.kind === 'copy' ? 'copyAs' : target.command, row, managed);
}

/** Closes the palette and does what the entry says. */
export function runItem(target: PaletteTarget): void {
  closeDialog();
  switch (target.kind) {
    case 'server':
      performRowAction(target.profileId);
      break;
    case 'on-server':
      count(target.command);
      runOnServer(target.command, target.profileId);
      break;
    case 'copy':
      count(countedCopy(target.format));
      void copySession({ profileId: target.profileId, format: target.format });
      break;
    case 'on-ticked':
      count(target.command);
      runOnTicked(target.command, false);
      break;
    case 'in-window':
      count(target.command);
      runInWindow(target.command);
      break;
    case 'settings':
      openDialog(target);
      break;
    case 'view':
      setViewState({ view: target.view, search: '', screen: 'servers' });
      break;
  }
}

// If it is not saved, only the ranking of the palette knows less.
function count(command: CountedCommand): void {
  void bridge.countUse({ command });
}
