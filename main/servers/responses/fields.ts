import * as v from 'valibot';
import { sanitizeText } from '../http/sanitize-text.ts';
import { readServerDate } from './dates.ts';

/** A text that is harmless to show, cut short; empty where there is none. */
export const shownText = (longest: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((raw) => sanitizeText(raw, longest)),
    ),
    '',
  );

/** A date in any form that servers use; null where there is none that can be read. */
export const serverDate = v.optional(v.pipe(v.unknown(), v.transform(readServerDate)), null);
