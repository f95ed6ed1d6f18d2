import * as v from 'valibot';
import { isMoment } from '../../../contract/core/time.ts';

/**
 * A moment in a kept file; 0 where the number is beyond every calendar.
 *
 * Such a number costs itself only: the file opens, and the rest of the entry is kept.
 */
export const savedMoment = v.pipe(
  v.number(),
  v.transform((at) => (isMoment(at) ? at : 0)),
);

/** A moment, or a length of time in ms, in a kept file; null where the number is beyond every calendar. */
export const knownMoment = v.pipe(
  v.nullable(v.number()),
  v.transform((at) => (isMoment(at) ? at : null)),
);
