import type { CopyTemplate } from '../../../contract/core/copy-format.ts';
import { formatInForce } from '../../../contract/core/copy-format.ts';
import type { Row } from '../../../contract/state.ts';
import type { Translate } from '../../../contract/texts.ts';
import { copyTitle, formatTitle } from '../../i18n/format-names.ts';
import type { QuickAction } from './quick-action.ts';

/** What an action is called where its server is named beside it. */
export function actionTitle(
  t: Translate,
  action: QuickAction,
  row: Row,
  templates: readonly CopyTemplate[],
): string {
  switch (action.kind) {
    case 'copy':
      return copyTitle(t, action.format ?? formatInForce(row.profile.copyFormat, templates), templates);
    case 'log-in':
      return t('servers:logIn');
    case 'log-in-again':
      return t('servers:logInAgain');
    case 'open':
      return t(action.page === 'interface' ? 'servers:openWebInterface' : 'servers:openApiDocs');
    case 'show':
      return t('quick-access:show');
  }
}

/** What an action does with which server and user. */
export function actionSentence(
  t: Translate,
  action: QuickAction,
  row: Row,
  templates: readonly CopyTemplate[],
): string {
  const { name, userName, copyFormat } = row.profile;
  const server = `${name}, ${userName}`;
  if (action.kind === 'copy') {
    const format = action.format ?? formatInForce(copyFormat, templates);
    return format === 'header'
      ? t('window:enter.copy', { server })
      : t('copying:inOf', { format: formatTitle(t, format, templates), server });
  }
  if (action.kind === 'log-in' || action.kind === 'log-in-again')
    return t(`window:enter.${action.kind}`, { server });
  return t('quick-access:of', { action: actionTitle(t, action, row, templates), server });
}
