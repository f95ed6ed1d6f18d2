import * as v from 'valibot';
import { mostNamedRights } from '../../../contract/rights.ts';
import { savedMoment } from './moment-schema.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const builtInRole = v.picklist(['administrator', 'operator', 'user']);
const role = v.nullable(v.union([builtInRole, v.object({ group: v.number() })]));

/** The shape of what is kept of the user behind a session. */
export const savedUserSummary = v.object({
  name: text(2048),
  realName: text(2048),
  role,
  adUser: v.boolean(),
});

const named = <Name extends v.GenericSchema>(name: Name) =>
  v.pipe(v.array(name), v.maxLength(mostNamedRights));
const someRights = v.object({ count: v.number(), names: named(text(500)) });

/** The shape of what is kept of a change of somebody's rights. */
export const savedRightsChange = v.object({
  at: savedMoment,
  lost: someRights,
  gained: someRights,
  groupsLeft: named(v.number()),
  groupsJoined: named(v.number()),
  role: v.nullable(v.object({ from: role, to: role })),
  active: v.nullable(v.boolean()),
});
