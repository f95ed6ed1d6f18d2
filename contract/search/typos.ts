const minWordLength = 4;
const longWordLength = 6;

/** Maximum number of typos in a word of this length; digits have to be exact. */
export function maxTypos(word: string): number {
  if (word.length < minWordLength || !/^\p{L}+$/u.test(word)) return 0;
  return word.length < longWordLength ? 1 : 2;
}

/** Whether one word may be a typo of the other: swapped, wrong, missing or extra letters. */
export function isTypoOf(typed: string, meant: string): boolean {
  const allowed = maxTypos(typed);
  if (allowed === 0 || typed === meant) return false;
  const distance = editDistance(typed, meant);
  if (distance <= 1) return true;
  if (typed[0] !== meant[0]) return false;
  return distance <= allowed || (meant.length - typed.length <= 2 && isShortened(typed, meant));
}

/** Whether the letters occur in a word in this order, with some left out. */
function isShortened(typed: string, word: string): boolean {
  let next = 0;
  for (const letter of word) if (letter === typed[next]) next += 1;
  return next === typed.length;
}

/** The edit distance, counting a swap of neighbours as one (Damerau–Levenshtein). */
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
