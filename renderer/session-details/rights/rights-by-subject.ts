import { type RightWords, rightWords } from '../../../contract/i18n/right-words.ts';
import { normalize } from '../../../contract/search/normalize.ts';
import type { Translate } from '../../../contract/texts.ts';

/** The rights about one subject, in words and as the server calls them. */
export interface SubjectRights {
  readonly subject: string;
  readonly verbs: readonly string[];
  readonly codes: readonly string[];
}

/** The rights that match a search in words or codes, by subject; every right is in exactly one subject. */
export function rightsBySubject(
  t: Translate,
  rights: readonly string[],
  search = '',
): readonly SubjectRights[] {
  const wanted = normalize(search).split(/\s+/);
  const found = [...new Set(rights)]
    .map((code) => rightWords(t, code))
    .filter((right) => matches(right, wanted))
    .toSorted((one, other) => one.rank - other.rank || one.code.localeCompare(other.code));
  const bySubject = new Map<string, RightWords[]>();
  for (const right of found) bySubject.set(right.subject, [...(bySubject.get(right.subject) ?? []), right]);
  return [...bySubject].map(([subject, all]) => ({
    subject,
    verbs: all.flatMap(({ verb }) => (verb === '' ? [] : verb)),
    codes: all.map(({ code }) => code),
  }));
}

function matches({ code, subject, verb }: RightWords, wanted: readonly string[]): boolean {
  const text = normalize(`${subject} ${verb} ${code}`);
  return wanted.every((word) => text.includes(word));
}
