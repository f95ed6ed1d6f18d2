import { builtInFormats } from '../../../contract/core/copy-format.ts';
import { printed } from '../server/cli-answer.ts';
import type { Command } from './command.ts';
import { commandNames, takesServer } from './help.ts';
import { visibleRows } from './list-command.ts';

const maxCandidates = 200;

/** `ffsm __complete WORD...`: what the last word can become, a line each; for the completions of shells. */
export const complete: Command = async (asked) => {
  const [word = '', ...before] = [...asked.args].reverse().map(unquoted);
  const [command] = before.reverse();
  if (command === undefined) return lines([...commandNames, 'help'], word);
  // SECURITY: behind the lock no name is completed, and nobody is asked to unlock (0011).
  if (asked.parts.live.read().lock.kind === 'locked') return printed('');
  const isName = before.length === 1 && takesServer(command);
  const names = isName ? visibleRows(asked).map(({ profile }) => profile.name) : [];
  return lines([...names, ...optionsAfter(before)], word);
};

/** What a command takes besides a name. */
function optionsAfter([command, ...rest]: readonly string[]): readonly string[] {
  if (command === 'list' && rest.length === 0) return ['--json'];
  if (command === 'open' && rest.length === 1) return ['--docs'];
  if (command === 'copy' && rest.length === 1) return ['--as'];
  return command === 'copy' && rest.length === 2 && rest[1] === '--as' ? builtInFormats : [];
}

function lines(candidates: readonly string[], word: string) {
  const wanted = word.toLowerCase();
  const fitting = candidates.filter((each) => each.toLowerCase().startsWith(wanted));
  return printed(fitting.slice(0, maxCandidates).join('\n'));
}

/** A word as a person typed it, without what quotes it for the shell. */
function unquoted(word: string): string {
  return word.replace(/\\(.)/g, '$1').replace(/^['"]|['"]$/g, '');
}
