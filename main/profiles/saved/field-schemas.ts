import * as v from 'valibot';
import { isMoment } from '../../../contract/core/time.ts';
import { maxNamedRights } from '../../../contract/sessions/user.ts';

/**
 * A time in a saved file; 0 if `Date` cannot represent it.
 *
 * A bad number is replaced alone: the file opens and the rest of the entry is kept.
 */
export const savedMoment = v.pipe(
  v.number(),
  v.transform((at) => (isMoment(at) ? at : 0)),
);

/** A time or duration in ms in a saved file; null if it is out of range. */
export const knownMoment = v.pipe(
  v.nullable(v.number()),
  v.transform((at) => (isMoment(at) ? at : null)),
);

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const builtInRole = v.picklist(['administrator', 'operator', 'user']);
const role = v.nullable(v.union([builtInRole, v.object({ group: v.number() })]));

/** The schema of a saved user summary. */
export const savedUserSummary = v.object({
  name: text(2048),
  realName: text(2048),
  role,
  adUser: v.boolean(),
});

const named = <Name extends v.GenericSchema>(name: Name) =>
  v.pipe(v.array(name), v.maxLength(maxNamedRights));
const someRights = v.object({ count: v.number(), names: named(text(500)) });

/** The schema of a saved rights change. */
export const savedRightsChange = v.object({
  at: savedMoment,
  lost: someRights,
  gained: someRights,
  groupsLeft: named(v.number()),
  groupsJoined: named(v.number()),
  role: v.nullable(v.object({ from: role, to: role })),
  active: v.nullable(v.boolean()),
});
