/** Cyrillic and Greek letters beside the Latin ones that they cannot be told from, in small letters. */
const lookAlikes = new Map(
  'аa вb сc ԁd еe ѕs ғf һh іi јj кk ӏl мm нh оo рp ԛq тt ԝw хx уy αa βb εe ηh ιi κk μm νv οo ρp τt υy χx ζz'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Characters that are not seen: joiners, soft hyphens, marks of byte order and of the reading direction. */
const unseen = /\p{Cf}|\u115f|\u1160|\u3164|\uffa0/gu;

/** A text without what cannot be seen in it. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** What two names have in common that nobody can tell apart on a screen. */
export function foldLookAlikes(text: string): string {
  const plain = withoutUnseen(text.normalize('NFKC')).toLowerCase();
  return Array.from(plain, (sign) => lookAlikes.get(sign) ?? sign).join('');
}
