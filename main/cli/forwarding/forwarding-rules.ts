import type { Problem } from '../../../contract/core/problem.ts';
import { findCaller } from '../caller/caller.ts';
import type { Process } from '../caller/process-tree.ts';
import type { CliTranslate } from '../commands/command.ts';

/** Why a request of a program is not sent, or its answer not given. */
export type ForwardingStop =
  | Problem['code']
  | 'redirect-to-another-server'
  | 'wrong-host'
  | 'method-not-permitted'
  | 'path-not-permitted'
  | 'path-unclear'
  | 'too-many-requests';

const ownTexts = [
  'redirect-to-another-server',
  'wrong-host',
  'method-not-permitted',
  'path-not-permitted',
  'path-unclear',
  'too-many-requests',
] as const satisfies readonly ForwardingStop[];

/** What a person reads about it. */
export function stopSentence(t: CliTranslate, code: ForwardingStop, name: string): string {
  const own = ownTexts.find((one) => one === code);
  const reason =
    own === undefined ? t(`problems:${code as Problem['code']}.title`) : t(`cli:notForwarded.${own}`);
  return t('cli:stopped', { name, reason, code });
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
