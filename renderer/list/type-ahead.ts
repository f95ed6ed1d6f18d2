/** What was typed in the list so far, and when the last letter of it. */
export interface TypedText {
  readonly text: string;
  /** In milliseconds, by the clock of the key events. */
  readonly at: number;
}

/** For how long after a letter the next key belongs to the same name. */
const pauseMs = 1_000;

/** What is typed with this key; null where it begins no name: a blank and a slash do so only after a letter. */
export function appendKey(before: TypedText | null, key: string, at: number): TypedText | null {
  if ([...key].length !== 1) return null;
  const goesOn = before !== null && at - before.at < pauseMs;
  if (!goesOn && (key === ' ' || key === '/')) return null;
  return { text: (goesOn ? before.text : '') + key, at };
}

/**
 * Which name is meant, as its place in the list: the next one that begins so, counted from `here`; null for none.
 *
 * A single letter, also typed again and again, goes on to the next name; a longer text stays where it fits.
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
