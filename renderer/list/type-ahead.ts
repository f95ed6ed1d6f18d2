/** The text typed in the list, and the time of its last character. */
export interface TypedText {
  readonly text: string;
  /** In milliseconds of the event timestamps. */
  readonly at: number;
}

/** Time within which the next key continues the same text. */
const pauseMs = 1_000;

/** The text after this key; null if it starts none: space and slash only continue one. */
export function appendKey(before: TypedText | null, key: string, at: number): TypedText | null {
  if ([...key].length !== 1) return null;
  const goesOn = before !== null && at - before.at < pauseMs;
  if (!goesOn && (key === ' ' || key === '/')) return null;
  return { text: (goesOn ? before.text : '') + key, at };
}

/**
 * The index of the next name that starts with the text, counted from `here`; null if none does.
 *
 * A single letter, also repeated, moves to the next match; a longer text stays on a row that matches.
 */
export function findTyped(text: string, names: readonly string[], here: number): number | null {
  const whole = fold(text);
  const [first = ''] = whole;
  const isOneLetter = [...whole].every((letter) => letter === first);
  return (
    (whole.length > 1 ? nextWithPrefix(whole, names, here) : null) ??
    (isOneLetter ? nextWithPrefix(first, names, here + 1) : null)
  );
}

function nextWithPrefix(text: string, names: readonly string[], from: number): number | null {
  for (let step = 0; step < names.length; step++) {
    const place = (from + step + names.length) % names.length;
    if (fold(names[place] ?? '').startsWith(text)) return place;
  }
  return null;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
