const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'x',
  з: 's',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 's',
  ч: 'q',
  ш: 'x',
  щ: 'x',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Common transliterations of Russian sounds, longer ones first. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/shch|sch|sh|zh/g, 'x'],
  [/ch/g, 'q'],
  [/kh/g, 'h'],
  [/ts/g, 's'],
  [/ph/g, 'f'],
  [/ck|qu/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
];

const latin = (text: string): string =>
  spellings.reduce((spelt, [spelling, sound]) => spelt.replace(spelling, sound), text);

/**
 * The phonetic form of a word in Latin letters, the same for музей, muzej, muzey and muzei.
 *
 * Coarse by design: it only compares words of different alphabets.
 */
export function phoneticKey(word: string): string {
  const known = knownKeys.get(word);
  if (known !== undefined) return known;
  if (knownKeys.size > maxKnownKeys) knownKeys.clear();
  const sound = computeKey(word);
  knownKeys.set(word, sound);
  return sound;
}

// Words repeat in large lists, so the results are cached.
const knownKeys = new Map<string, string>();
const maxKnownKeys = 50_000;

function computeKey(word: string): string {
  const parts = word.match(/\p{Script=Cyrillic}+|\P{Script=Cyrillic}+/gu) ?? [];
  const sounds = parts.map((part) =>
    /\p{Script=Cyrillic}/u.test(part)
      ? [...part].map((letter) => letters[letter] ?? letter).join('')
      : latin(part),
  );
  return sounds.join('').replace(/(\p{L})\1+/gu, '$1');
}
