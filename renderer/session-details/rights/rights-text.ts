import type { RightsChange, SomeRights } from '../../../contract/sessions/user.ts';
import type { Translate } from '../../i18n/translate.ts';

const maxNames = 3;

/** The headline of a rights change: "2 rights lost: delete event, view report". */
export function describeRightsChange(t: Translate, { lost, gained, active }: RightsChange): string {
  if (active === false) return t('checking.rights.deactivated');
  const parts = [
    ...(lost.count > 0 ? [formatRights(t, t('checking.rights.lost', { count: lost.count }), lost)] : []),
    ...(gained.count > 0
      ? [formatRights(t, t('checking.rights.gained', { count: gained.count }), gained)]
      : []),
  ];
  if (parts.length > 0) return parts.join(' · ');
  return active === true ? t('checking.rights.activated') : t('checking.rights.changed');
}

/** The names, and the number of further ones. */
export function formatNames(t: Translate, names: readonly string[], count: number): string {
  const rest = count - names.length;
  const list = names.join(', ');
  return rest > 0 ? t('checking.namesAndMore', { names: list, count: rest }) : list;
}

/** A right without its Django app: "delete event" for `ffsecurity.delete_event`. */
function shortRightName(name: string): string {
  return name.replace(/^[\w-]+\./, '').replaceAll('_', ' ');
}

function formatRights(t: Translate, what: string, { count, names }: SomeRights): string {
  const shown = names.slice(0, maxNames).map(shortRightName);
  return shown.length === 0 ? what : t('checking.rights.list', { what, names: formatNames(t, shown, count) });
}
