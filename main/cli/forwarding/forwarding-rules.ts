import type { Problem } from '../../../contract/core/problem.ts';
import type { Row } from '../../../contract/state.ts';
import { findCaller } from '../caller/caller.ts';
import type { Process } from '../caller/process-tree.ts';
import { type Speaking, stoppedText } from '../commands/command.ts';

/** The reasons that no other part of the app has. */
const ownCodes = [
  'redirect-to-another-server',
  'wrong-host',
  'method-not-permitted',
  'path-not-permitted',
  'path-unclear',
  'too-many-requests',
] as const;
type OwnCode = (typeof ownCodes)[number];

/** Why a request of a program is not sent, or its answer not given. */
export type ForwardingStop = Problem | { readonly code: OwnCode };

/** What a person reads about it: of a problem, what the window says too. */
export function stopSentence(asked: Speaking, why: ForwardingStop, row: Row): string {
  if (!isOwn(why)) return stoppedText(asked, why, row);
  const reason = asked.t(`cli:notForwarded.${why.code}`);
  return asked.t('cli:stopped', { name: row.profile.name, reason, code: why.code });
}

function isOwn(why: ForwardingStop): why is { readonly code: OwnCode } {
  return ownCodes.some((code) => code === why.code);
}

/**
 * The process with an ID among those of the program that asks: `ffsm` itself, which becomes curl. Null if it is none of
 * them. `tree`: the process that connected and its ancestors.
 */
export function ownProcess(tree: readonly Process[], pid: number): Process | null {
  const caller = findCaller(tree);
  const at = tree.findIndex((one) => one.pid === caller.pid);
  return tree.slice(0, at + 1).find((one) => one.pid === pid) ?? null;
}
