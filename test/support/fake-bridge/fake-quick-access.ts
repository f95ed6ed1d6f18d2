import { done, ok } from '../../../contract/core/result.ts';
import { noQuickKey, type QuickAccessCalls } from '../../../contract/sessions/quick-access.ts';
import type { StateChange } from '../../../contract/state.ts';

/** Quick access over a main that copies everything and gives every key. */
export function fakeQuickAccess(announce: (change: Omit<StateChange, 'revision'>) => void): QuickAccessCalls {
  let search = '';
  return {
    showQuickAccess: async () => done,
    hideQuickAccess: async () => done,
    quickCopy: async () => done,
    showServer: async () => done,
    async keepQuickSearch(kept) {
      search = kept.search;
      return done;
    },
    recallQuickSearch: async () => ok({ search }),
    async setQuickKey({ key }) {
      announce({ quickKey: key === null ? noQuickKey : { key, proof: 'asked' } });
      return done;
    },
  };
}
