import { isDeepStrictEqual } from 'node:util';
import { ok, type Result } from '../../contract/core/result.ts';
import type { ManyChange, Undoable } from '../../contract/profiles/many.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { readTags, spelling } from '../profiles/draft.ts';

/** A profile before and after a change. */
export interface ProfileEdit {
  readonly before: Profile;
  readonly after: Profile;
}

/** What a change of several profiles can touch. */
const parts = ['tags', 'environment', 'favourite', 'hidden', 'position', 'copyFormat'] as const;

/** The profile after a change; fails if it would get too many tags, or one that is too long. */
export function changedProfile(profile: Profile, change: ManyChange): Result<Profile> {
  const { addTags = [], removeTags = [], environment = profile.environment } = change;
  const { favourite = profile.favourite, hidden = profile.hidden === true } = change;
  const { copyFormat = profile.copyFormat ?? 'header' } = change;
  const { hidden: _hidden, copyFormat: _format, ...rest } = profile;
  // Tags that look the same are the same tag.
  const gone = new Set(removeTags.map(spelling));
  const kept = profile.tags.filter((tag) => !gone.has(spelling(tag)));
  const tags = addTags.length === 0 ? ok(kept) : readTags([...kept, ...addTags]);
  if (!tags.ok) return tags;
  return ok({
    ...{ ...rest, tags: tags.value, environment, favourite },
    ...(hidden ? { hidden } : {}),
    ...(copyFormat === 'header' ? {} : { copyFormat }),
  });
}

/** The profile with another name for one of its tags, or without it if that is null; no tag is there twice. */
export function withTagRenamed(profile: Profile, from: string, to: string | null): Profile {
  const tags = profile.tags.flatMap((tag) => (tag !== from ? [tag] : to === null ? [] : [to]));
  return { ...profile, tags: [...new Set(tags)] };
}

/** The profile with everything put back that an edit has changed, unless it was changed again since. */
export function withoutEdit(present: Profile, { before, after }: ProfileEdit): Profile {
  const undone = parts.filter((part) => isDeepStrictEqual(present[part], after[part]));
  const put = Object.fromEntries(undone.map((part) => [part, before[part]]));
  const { hidden, position, copyFormat, ...rest }: Profile = { ...present, ...put };
  return {
    ...rest,
    ...(hidden ? { hidden } : {}),
    ...(position === undefined ? {} : { position }),
    ...(copyFormat === undefined ? {} : { copyFormat }),
  };
}

/** Two changes, one after the other, as one. */
export function joinedEdits(
  earlier: readonly ProfileEdit[],
  later: readonly ProfileEdit[],
): readonly ProfileEdit[] {
  const joined = new Map(earlier.map((edit) => [edit.before.id, edit]));
  for (const { before, after } of later)
    joined.set(before.id, { before: joined.get(before.id)?.before ?? before, after });
  return [...joined.values()];
}

/** How a change is called when it can be undone. */
export function changeKind({
  addTags,
  removeTags,
  environment,
  hidden,
  copyFormat,
}: ManyChange): Undoable['kind'] {
  if (addTags || removeTags) return 'tags';
  if (environment) return 'environment';
  if (copyFormat) return 'copy-format';
  if (hidden === undefined) return 'favourite';
  return hidden ? 'hidden' : 'shown';
}
