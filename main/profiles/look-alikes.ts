/** Cyrillic and Greek letters, in lower case, with the Latin letters they look like. */
const lookAlikes = new Map(
  'аa вb сc ԁd еe ѕs ғf һh іi јj кk ӏl мm нh оo рp ԛq тt ԝw хx уy αa βb εe ηh ιi κk μm νv οo ρp τt υy χx ζz'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Invisible characters: joiners, soft hyphens, byte order and direction marks. */
const unseen = /\p{Cf}|\u115f|\u1160|\u3164|\uffa0/gu;

/** The text without invisible characters. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** A form that is equal for names that look the same on screen. */
export function foldLookAlikes(text: string): string {
  const plain = withoutUnseen(text.normalize('NFKC')).toLowerCase();
  return Array.from(plain, (sign) => lookAlikes.get(sign) ?? sign).join('');
}
