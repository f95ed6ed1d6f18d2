import { type CopyFormat, type CopyTemplate, isBuiltInFormat } from '../../contract/core/copy-format.ts';
import type { Translate } from '../../contract/texts.ts';

/** The names, and the number of further ones. */
export function formatNames(t: Translate, names: readonly string[], count: number): string {
  const rest = count - names.length;
  const list = names.join(', ');
  return rest > 0 ? t('session:checks.namesAndMore', { names: list, count: rest }) : list;
}

/** What a format is called; a template by its own name. */
export function formatTitle(t: Translate, format: CopyFormat, templates: readonly CopyTemplate[]): string {
  if (isBuiltInFormat(format)) return t(`copying:formats.${format}`);
  return templates.find(({ id }) => id === format)?.name ?? t('copying:formats.template');
}

/** What copying in this format is called. */
export function copyTitle(t: Translate, format: CopyFormat, templates: readonly CopyTemplate[]): string {
  if (format === 'header') return t('servers:copyHeader');
  return t('copying:in', { format: formatTitle(t, format, templates) });
}
