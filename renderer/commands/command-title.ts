import { formatInForce } from '../../contract/core/copy-format.ts';
import type { CommandName } from '../../contract/keys.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { copyTitle } from '../i18n/format-names.ts';
import { useAppState } from '../state/app-state.ts';

const titles = {
  search: 'commands:titles.search',
  commands: 'commands:title',
  addServer: 'window:addServer',
  checkAll: 'window:checkAll',
  bulkLogin: 'login:bulk.open',
  overview: 'servers:table.title',
  overviewWindow: 'commands:titles.overviewWindow',
  allSessions: 'window:sessionsOnServers',
  journal: 'journal:title',
  reminders: 'reminders:title',
  import: 'transfer:import',
  export: 'transfer:export',
  backUp: 'transfer:backUp',
  settings: 'window:settings',
  keyboard: 'settings:keyboard',
  lock: 'vault:lock.lock',
  presentation: 'presentation:mode',
  clearClipboard: 'commands:titles.clearClipboard',
  undo: 'commands:titles.undo',
  selectAll: 'commands:titles.selectAll',
  tags: 'commands:titles.tags',
  copyFavourite: 'commands:titles.copyFavourite',
  closeWindow: 'commands:titles.closeWindow',
  quit: 'commands:titles.quit',
  zoomIn: 'commands:titles.zoomIn',
  zoomOut: 'commands:titles.zoomOut',
  zoomReset: 'commands:titles.zoomReset',
  nextPane: 'commands:titles.nextPane',
  previousPane: 'commands:titles.previousPane',
  nextView: 'commands:titles.nextView',
  previousView: 'commands:titles.previousView',
  escape: 'commands:titles.escape',
  rowAction: 'commands:titles.rowAction',
  copyHeader: 'servers:copyHeader',
  copyAs: 'copying:open',
  copyAddress: 'commands:titles.copyAddress',
  copyUserName: 'commands:titles.copyUserName',
  copyName: 'commands:titles.copyName',
  copyExpiry: 'commands:titles.copyExpiry',
  openWebInterface: 'servers:openWebInterface',
  openApiDocs: 'servers:openApiDocs',
  openInBrowser: 'servers:openInBrowser',
  gateway: 'gateway:open',
  liveFiles: 'live-files:open',
  logInAgain: 'servers:logInAgain',
  logInWithFace: 'login:face.logIn',
  renewWithFace: 'login:face.renew',
  pasteToken: 'login:pasted.open',
  checkOne: 'servers:checkNow',
  pauseChecks: 'session:checks.pause',
  logOut: 'servers:logOut',
  autoLogout: 'auto-logout:open',
  sessionsHere: 'sessions:open',
  detailsWindow: 'commands:titles.detailsWindow',
  sessionsWindow: 'commands:titles.sessionsWindow',
  forgetPassword: 'vault:password.forget',
  favourite: 'servers:markFavourite',
  tag: 'commands:titles.tag',
  environment: 'commands:titles.environment',
  hide: 'servers:hide',
  moveUp: 'commands:titles.moveUp',
  moveDown: 'commands:titles.moveDown',
  journalHere: 'journal:ofServer',
  edit: 'servers:edit',
  duplicate: 'servers:duplicate',
  remove: 'servers:remove',
  menu: 'commands:titles.menu',
  details: 'commands:titles.details',
  tick: 'commands:titles.tick',
} as const satisfies Record<CommandName, string>;

/** The title of a command; for a server as its state asks for. */
export function commandTitle(t: Translate, command: CommandName, row: Row | null = null): string {
  if (command === 'logInAgain' && row !== null && !hasToken(row.session)) return t('servers:logIn');
  if (command === 'copyHeader' && row !== null) {
    const { templates } = useAppState.getState();
    return copyTitle(t, formatInForce(row.profile.copyFormat, templates), templates);
  }
  if (command === 'favourite' && row?.profile.favourite === true) return t('servers:unmarkFavourite');
  if (command === 'hide' && row?.profile.hidden) return t('servers:showAgain');
  if (command === 'pauseChecks' && row?.checksItself === false) return t('session:checks.resume');
  return t(titles[command]);
}
