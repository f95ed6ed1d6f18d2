import { formatRight } from '../../../contract/i18n/right-words.ts';
import type { RightsChange, SomeRights } from '../../../contract/sessions/user.ts';
import type { Translate } from '../../../contract/texts.ts';
import { formatNames } from '../../i18n/format-names.ts';

const maxNames = 3;

/** The headline of a rights change: "2 rights revoked: Dossiers (delete), Reports (view)". */
export function describeRightsChange(t: Translate, { lost, gained, active }: RightsChange): string {
  if (active === false) return t('session:checks.rights.deactivated');
  const parts = [
    ...(lost.count > 0 ? [formatRights(t, 'lost', lost)] : []),
    ...(gained.count > 0 ? [formatRights(t, 'gained', gained)] : []),
  ];
  if (parts.length > 0) return parts.join(' · ');
  return active === true ? t('session:checks.rights.activated') : t('session:checks.rights.changed');
}

function formatRights(t: Translate, what: 'lost' | 'gained', { count, names }: SomeRights): string {
  const shown = names.slice(0, maxNames).map((code) => formatRight(t, code));
  if (shown.length === 0) return t(`session:checks.rights.${what}`, { count });
  return t(`session:checks.rights.${what}Names`, { count, names: formatNames(t, shown, count) });
}
