import { done, type Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { bridge } from '../../bridge.ts';
import type { QuickAction } from './quick-action.ts';

/** Runs an action for a server; main hides the window once it is done. */
export async function runAction(profileId: ProfileId, action: QuickAction): Promise<Result> {
  switch (action.kind) {
    case 'copy':
      return bridge.quickCopy({ profileId, format: action.format });
    case 'log-in':
    case 'log-in-again':
      return bridge.showServer({ profileId, logIn: true });
    case 'show':
      return bridge.showServer({ profileId, logIn: false });
    case 'open': {
      const opened = await bridge.openWebPage({ profileId, page: action.page });
      if (opened.ok) await bridge.hideQuickAccess();
      return opened.ok ? done : opened;
    }
  }
}
