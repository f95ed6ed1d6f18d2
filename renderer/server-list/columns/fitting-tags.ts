/** Widths in pixels: of a letter at most, of a tag besides its letters and the gap, and of "+2" behind the tags. */
const letterWidth = 7;
const tagWidth = 18;
const moreWidth = 24;

/** How many tags a column of this width in pixels has room for; at least one, which is cut if it is too long. */
export function fittingTags(tags: readonly string[], width: number): number {
  let used = 0;
  let count = 0;
  for (const [index, tag] of tags.entries()) {
    used += [...tag].length * letterWidth + tagWidth;
    const more = index === tags.length - 1 ? 0 : moreWidth;
    if (used + more <= width) count = index + 1;
  }
  return Math.max(count, Math.min(1, tags.length));
}
