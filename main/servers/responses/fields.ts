import * as v from 'valibot';
import { sanitizeText } from '../http/sanitize-text.ts';
import { readServerDate } from './dates.ts';

/** A text that is safe to show, cut to a length; empty if absent. */
export const shownText = (longest: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((raw) => sanitizeText(raw, longest)),
    ),
    '',
  );

/** A date in any format that servers use; null if it cannot be parsed. */
export const serverDate = v.optional(v.pipe(v.unknown(), v.transform(readServerDate)), null);
