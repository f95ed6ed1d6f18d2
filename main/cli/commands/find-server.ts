import { addressText, shortAddress } from '../../../contract/profiles/profile.ts';
import type { Row } from '../../../contract/state.ts';

/** The servers that a name on a command line may mean; one of them if it is clear. */
export type FoundServers =
  | { readonly kind: 'one'; readonly row: Row }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly rows: readonly Row[] };

/**
 * Finds servers by name, address, `user@name` or ID; else by words that begin a word of name, user, address or tags. A whole
 * name wins over words. Never by similar words: a script must not get another server for a typing error.
 */
export function findServers(rows: readonly Row[], asked: string): FoundServers {
  const wanted = fold(asked);
  if (wanted === '') return { kind: 'none' };
  const exact = rows.filter((row) => exactNames(row).includes(wanted));
  if (exact.length > 0) return found(exact);
  const words = wanted.split(/\s+/);
  return found(rows.filter((row) => words.every((word) => hasWord(row, word))));
}

function found(rows: readonly Row[]): FoundServers {
  const [row] = rows;
  if (row === undefined) return { kind: 'none' };
  return rows.length === 1 ? { kind: 'one', row } : { kind: 'several', rows };
}

function exactNames({ profile }: Row): readonly string[] {
  const { id, name, userName, address } = profile;
  return [
    id,
    name,
    `${userName}@${name}`,
    addressText(address),
    shortAddress(address),
    `${userName}@${shortAddress(address)}`,
  ].map(fold);
}

function hasWord({ profile }: Row, word: string): boolean {
  const { name, userName, address, tags } = profile;
  const texts = [name, userName, shortAddress(address), ...tags].map(fold);
  return texts.some(
    (text) => text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)) || text.startsWith(word),
  );
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}
