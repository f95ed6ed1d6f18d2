import type { Translate } from './translate.ts';

/** The names, and the number of further ones. */
export function formatNames(t: Translate, names: readonly string[], count: number): string {
  const rest = count - names.length;
  const list = names.join(', ');
  return rest > 0 ? t('session:checks.namesAndMore', { names: list, count: rest }) : list;
}
