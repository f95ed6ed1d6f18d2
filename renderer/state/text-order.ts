/**
 * Returns a function that orders texts as people do: without regard to case and accents, and numbers by their value. It
 * remembers the texts, so make one for each sorting.
 *
 * Plain texts are ordered without `Intl.Collator`: its first instance loads the data of all locales, which would take 6
 * to 10 ms before the first picture.
 */
export function textOrder(): (one: string, other: string) => number {
  const keys = new Map<string, string | null>();
  const keyOf = (text: string): string | null => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = plainKey(text);
    keys.set(text, key);
    return key;
  };
  return (one, other) => {
    const [key, otherKey] = [keyOf(one), keyOf(other)];
    if (key === null || otherKey === null) return collate(one, other);
    if (key === otherKey) return 0;
    return key < otherKey ? -1 : 1;
  };
}

/** The symbols of ASCII in the order of the collation: before numbers, which come before letters. */
const symbols = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';

/** A key that `<` orders as the collation orders the text; null for a text that is not plain ASCII. */
function plainKey(text: string): string | null {
  if (!/^[ -~]*$/.test(text)) return null;
  return text
    .toLowerCase()
    .replace(/0*(\d+)|[^a-z]/g, (symbol: string, digits?: string) =>
      digits === undefined
        ? String.fromCharCode(1 + symbols.indexOf(symbol))
        : `0${String.fromCharCode(digits.length)}${digits}`,
    );
}

let collator: Intl.Collator | null = null;

function collate(one: string, other: string): number {
  collator ??= new Intl.Collator(['en', 'ru', 'es'], { numeric: true, sensitivity: 'base' });
  return collator.compare(one, other);
}
