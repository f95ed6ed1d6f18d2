import type { ListPlace, ListPlaceCalls } from '../list-place.ts';
import { asProfileId, asText, fields, MalformedMessage } from './parse.ts';

type Readers = {
  readonly [Name in keyof ListPlaceCalls]: (raw: unknown) => Parameters<ListPlaceCalls[Name]>[0];
};

/** Longer than any typed search or tag; a longer one is not kept. */
export const maxPlaceTextLength = 500;
/** More than five thousand rows. */
const maxPixels = 1_000_000;

/** The readers of the calls about the position in the list. */
export const listPlaceReaders: Readers = {
  keepPlace: (raw): ListPlace => {
    const found = fields(raw, ['view', 'search', 'selectedId', 'scrollTop']);
    const { scrollTop } = found;
    if (typeof scrollTop !== 'number' || !(scrollTop >= 0 && scrollTop <= maxPixels))
      throw new MalformedMessage('not a place in the list');
    return {
      view: asText(found.view, maxPlaceTextLength),
      search: asText(found.search, maxPlaceTextLength),
      selectedId: found.selectedId === null ? null : asProfileId(found.selectedId),
      scrollTop,
    };
  },
  recallPlace: (raw) => {
    if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
  },
};
