import * as v from 'valibot';
import { sanitizeText } from './sanitize-text.ts';

/** What the body of a refusal says, in whichever form the server speaks. */
export interface ErrorBody {
  /** Whether it was a JSON object at all; HTML from a proxy is not FindFace speaking. */
  readonly isJson: boolean;
  /** Whether FindFace, or what it is built on, says so in its own words; a gate before it has others. */
  readonly saidByFindFace: boolean;
  readonly code: string | null;
  /** In a language the server chose: to be shown, never to be read by a program. */
  readonly desc: string | null;
  readonly parameter: string | null;
  readonly missing: readonly string[];
}

/** The refusal of something that does not speak JSON. */
export const noWords: ErrorBody = {
  isJson: false,
  saidByFindFace: false,
  code: null,
  desc: null,
  parameter: null,
  missing: [],
};

const maybeText = v.fallback(v.nullable(v.string()), null);

/** FindFace: flat `{code, desc, param, missing_permissions}`; DRF: `{detail}`; knox: `{error}`. */
const schema = v.object({
  code: maybeText,
  desc: maybeText,
  param: maybeText,
  missing_permissions: v.fallback(v.array(v.unknown()), []),
  detail: maybeText,
  error: maybeText,
});

/** Reads a parsed error body; anything but an object says nothing. */
export function readErrorBody(raw: unknown): ErrorBody {
  const read = v.safeParse(schema, raw);
  if (!read.success || Array.isArray(raw)) return noWords;
  const { code, desc, detail, error, param, missing_permissions } = read.output;
  const words = desc ?? detail ?? error;
  return {
    isJson: true,
    saidByFindFace: code !== null || detail !== null,
    code: code === null ? null : sanitizeText(code, 100),
    desc: words === null ? null : sanitizeText(words, 300),
    parameter: param === null ? null : sanitizeText(param, 100),
    missing: missing_permissions
      .filter((item) => typeof item === 'string')
      .slice(0, 100)
      .map((item) => sanitizeText(item, 100)),
  };
}
