import type { Result } from '../../contract/core/result.ts';
import { demoAccount, demoOrigin } from '../../contract/profiles/demo.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { setViewState } from '../state/view-state.ts';

/** Adds the demo server, as a person would add a server, and selects it. */
export async function addDemoServer(name: string): Promise<Result<ProfileId>> {
  const found = await bridge.probe({ address: demoOrigin, profileId: null, trusting: null });
  if (!found.ok) return found;
  const { userName, password } = demoAccount;
  const added = await bridge.addByLogin({
    draft: { address: demoOrigin, name, userName, tags: [], environment: 'test' },
    finding: found.value.id,
    ...{ like: null, password, faceToken: null, keepPassword: false },
  });
  if (added.ok) setViewState({ selectedId: added.value, view: 'all', search: '' });
  return added;
}
