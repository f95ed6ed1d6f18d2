import * as v from 'valibot';
import { sanitizeText } from './sanitize-text.ts';

/** The body of an error response, in any of the formats that FindFace uses. */
export interface ErrorBody {
  /** Whether it was a JSON object; HTML comes from a proxy, not from FindFace. */
  readonly isJson: boolean;
  /** Whether the fields are those of FindFace or its frameworks; gateways use others. */
  readonly saidByFindFace: boolean;
  readonly code: string | null;
  /** In a language the server chose: for display only, never parsed. */
  readonly desc: string | null;
  readonly parameter: string | null;
  readonly missing: readonly string[];
}

/** An error response without a JSON body. */
export const noWords: ErrorBody = {
  isJson: false,
  saidByFindFace: false,
  code: null,
  desc: null,
  parameter: null,
  missing: [],
};

const maybeText = v.fallback(v.nullable(v.string()), null);

/**
 * FindFace: flat `{code, desc, param, missing_permissions}`; Django REST framework: `{detail}`; django-rest-knox:
 * `{error}`.
 */
const schema = v.object({
  code: maybeText,
  desc: maybeText,
  param: maybeText,
  missing_permissions: v.fallback(v.array(v.unknown()), []),
  detail: maybeText,
  error: maybeText,
});

/** Reads a parsed error body; empty for anything but an object. */
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
