/** The formats in which a session can be copied, in the order of the menu. */
export const builtInFormats = [
  'header',
  'value',
  'token',
  'curl-stdin',
  'curl',
  'powershell',
  'httpie',
  'python',
  'javascript',
  'http-file',
  'postman',
  'insomnia',
  'bruno',
  'env',
  'json',
] as const;

/** A format that the app brings with it. */
export type BuiltInFormat = (typeof builtInFormats)[number];

/** The ID of a template: 8 hexadecimal digits. */
export type TemplateId = `template-${string}`;

/** A format in which a session can be copied. */
export type CopyFormat = BuiltInFormat | TemplateId;

/** A format of a person's own. */
export interface CopyTemplate {
  readonly id: TemplateId;
  readonly name: string;
  /** With placeholders such as `{token}`, which are replaced when it is copied. */
  readonly text: string;
}

/** The placeholders of a template. */
export const placeholders = ['token', 'header', 'url', 'user', 'name', 'expires'] as const;

/** The most that a person can have. */
export const maxTemplates = 20;
/** In characters. */
export const maxTemplateName = 60;
/** In characters. */
export const maxTemplateText = 2_000;

/** The format of a profile that is in force: the header line, unless it has one that exists. */
export function formatInForce(
  chosen: CopyFormat | undefined,
  templates: readonly Pick<CopyTemplate, 'id'>[],
): CopyFormat {
  if (chosen === undefined) return 'header';
  return isBuiltInFormat(chosen) || templates.some(({ id }) => id === chosen) ? chosen : 'header';
}

/** Whether a text names a format; a template of this ID need not exist. */
export function isCopyFormat(text: unknown): text is CopyFormat {
  return typeof text === 'string' && (isBuiltInFormat(text) || isTemplateId(text));
}

/** Whether a text names a format that the app brings with it. */
export function isBuiltInFormat(text: string): text is BuiltInFormat {
  return (builtInFormats as readonly string[]).includes(text);
}

/** Whether a text has the format of the ID of a template. */
export function isTemplateId(text: string): text is TemplateId {
  return /^template-[0-9a-f]{8}$/.test(text);
}
