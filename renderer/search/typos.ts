const minWordLength = 4;
const longWordLength = 6;

/** How many letters may be wrong at most in a word of this length; digits are never taken for a slip. */
export function maxTypos(word: string): number {
  if (word.length < minWordLength || !/^\p{L}+$/u.test(word)) return 0;
  return word.length < longWordLength ? 1 : 2;
}

/** May one word have been meant where the other was typed: letters swapped, wrong, missing or too many? */
export function isTypoOf(typed: string, meant: string): boolean {
  const allowed = maxTypos(typed);
  if (allowed === 0 || typed === meant) return false;
  const distance = editDistance(typed, meant);
  if (distance <= 1) return true;
  if (typed[0] !== meant[0]) return false;
  return distance <= allowed || (meant.length - typed.length <= 2 && isShortened(typed, meant));
}

/** Are these the letters of a word in their order, with some left out? */
function isShortened(typed: string, word: string): boolean {
  let next = 0;
  for (const letter of word) if (letter === typed[next]) next += 1;
  return next === typed.length;
}

/** How many letters have to be changed, added, taken away or swapped with a neighbour. */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
