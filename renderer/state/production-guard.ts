import { type CopyFormat, formatInForce } from '../../contract/core/copy-format.ts';
import type { AppState, Row } from '../../contract/state.ts';

/** Whether copying a session of a production server in this format has to be confirmed; null: the usual format. */
export function isGuarded(
  row: Row,
  format: CopyFormat | null,
  state: Pick<AppState, 'settings' | 'templates'>,
): boolean {
  const { profile, session } = row;
  const isProduction = state.settings.confirmProduction && profile.environment === 'production';
  return isProduction && session.phase === 'active' && !isCommandOnly(row, format, state);
}

/** Whether it is a command without the token. */
function isCommandOnly(
  row: Row,
  format: CopyFormat | null,
  { templates }: Pick<AppState, 'templates'>,
): boolean {
  return (format ?? formatInForce(row.profile.copyFormat, templates)) === 'curl-stdin';
}
