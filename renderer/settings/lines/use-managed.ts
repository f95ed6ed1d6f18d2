import type { LockableName } from '../../../contract/installation/policy.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { isLocked } from '../../state/managed.ts';

/** Returns who decides a value; undefined if the person does. */
export function useManaged(): (name: LockableName) => string | undefined {
  const t = useTranslate();
  const managed = useAppState((state) => state.managed);
  return (name) => (isLocked(managed, name) ? t('settings:managed') : undefined);
}
