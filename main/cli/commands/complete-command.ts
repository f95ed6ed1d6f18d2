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
  if (asked.parts.live.read().lock.kind === 'locked' || before.length > 1 || !takesServer(command))
    return printed('');
  return lines(
    visibleRows(asked).map(({ profile }) => profile.name),
    word,
  );
};

function lines(candidates: readonly string[], word: string) {
  const wanted = word.toLowerCase();
  const fitting = candidates.filter((each) => each.toLowerCase().startsWith(wanted));
  return printed(fitting.slice(0, maxCandidates).join('\n'));
}

/** A word as a person typed it, without what quotes it for the shell. */
function unquoted(word: string): string {
  return word.replace(/\\(.)/g, '$1').replace(/^['"]|['"]$/g, '');
}
