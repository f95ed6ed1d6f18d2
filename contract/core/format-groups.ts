import type { BuiltInFormat, CopyFormat, CopyTemplate } from './copy-format.ts';

/** The groups of the list of formats; `templates` are a person's own. */
export type FormatGroup = 'values' | 'commands' | 'code' | 'environments' | 'templates';

const builtIn: { readonly [Group in Exclude<FormatGroup, 'templates'>]: readonly BuiltInFormat[] } = {
  values: ['header', 'value', 'token'],
  commands: ['curl-stdin', 'curl', 'powershell', 'httpie'],
  code: ['python', 'javascript', 'http-file'],
  environments: ['postman', 'insomnia', 'bruno', 'env', 'json'],
};

/** All formats in their order. */
export function allFormats(templates: readonly CopyTemplate[]): readonly CopyFormat[] {
  return formatGroups(templates).flatMap(({ formats }) => formats);
}

/** All formats by group, without empty groups. */
export function formatGroups(
  templates: readonly Pick<CopyTemplate, 'id'>[],
): readonly { readonly group: FormatGroup; readonly formats: readonly CopyFormat[] }[] {
  const own = templates.map(({ id }) => id);
  return [
    ...Object.entries(builtIn).map(([group, formats]) => ({ group: group as FormatGroup, formats })),
    ...(own.length === 0 ? [] : [{ group: 'templates' as const, formats: own }]),
  ];
}
