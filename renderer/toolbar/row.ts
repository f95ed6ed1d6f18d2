import type { ToolbarState } from '../../contract/sessions/web-window.ts';
import { button, element, iconButton, name, say } from './elements.ts';
import { type IconName, icon } from './icons.ts';

const buttons = {
  back: iconButton('back'),
  forward: iconButton('forward'),
  reload: iconButton('reload'),
  find: iconButton('find'),
  zoomOut: iconButton('zoomOut'),
  zoomIn: iconButton('zoomIn'),
  more: iconButton('more'),
};
const zoomReset = button('zoomReset', 'zoom');
const logIn = button('logIn', 'button');
const apiDocs = button('openApiDocs', 'button');
const copyHeader = button('copyHeader', 'button');

const serverName = element('strong', 'name');
const environment = element('span', 'badge');
const user = element('span', 'text');
const host = element('span', 'text');
const userPart = element('span', 'part', icon('user'), user);
const hostPart = element('span', 'part');
const word = element('span', 'word');
const detail = element('span', 'detail');
const sessionIcon = element('span', 'mark');
const session = element('span', 'session', sessionIcon, word, detail);
session.setAttribute('role', 'status');
const troubleTitle = element('h1', '');
const troubleText = element('p', '');
const reloadBelow = button('reload', 'button primary');
const trouble = element('main', 'trouble', troubleTitle, troubleText, reloadBelow);

buttons.more.setAttribute('aria-haspopup', 'menu');

/** The row of a web window: what it shows of the server on the left, the session and the tools on the right. */
export const row = element(
  'header',
  'row',
  element('span', 'group', buttons.back, buttons.forward, buttons.reload),
  element('span', 'about', serverName, environment, userPart, hostPart),
  session,
  element('span', 'group ways', logIn, apiDocs, copyHeader),
  element(
    'span',
    'group tools',
    buttons.find,
    element('span', 'zooms', buttons.zoomOut, zoomReset, buttons.zoomIn),
    buttons.more,
  ),
);
// Reached by a key, from the page below.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) buttons.reload.focus();
});

/** What stands in the place of the page while it cannot be shown. */
export const placeholder = trouble;

let drawnIcons = '';

/** Shows a state in the row. */
export function showRow(state: ToolbarState): void {
  const { labels, session: shown, loginPage } = state;
  row.setAttribute('aria-label', labels.toolbar);
  for (const [command, one] of Object.entries(buttons)) name(one, labels[command as keyof typeof buttons]);
  buttons.back.disabled = !state.canGoBack;
  buttons.forward.disabled = !state.canGoForward;
  buttons.find.setAttribute('aria-pressed', String(state.finding));
  document.body.toggleAttribute('data-loading', state.loading);
  document.body.dataset.environment = state.environment;
  document.body.toggleAttribute('data-notice', loginPage !== null);
  say(zoomReset, `${state.zoom}%`);
  name(zoomReset, `${labels.zoomReset}, ${state.zoom}%`);

  say(serverName, state.name);
  say(environment, state.environmentWord);
  environment.hidden = state.environmentWord === '';
  environment.dataset.environment = state.environment;
  say(user, state.userName);
  say(host, state.host);
  drawIcons(state.encrypted ? 'encrypted' : 'open', loginPage === null ? shown.look : 'warn');

  session.dataset.look = loginPage === null ? shown.look : 'warn';
  say(word, loginPage ?? shown.word);
  say(detail, loginPage === null ? shown.detail : '');
  say(logIn, labels.logIn);
  logIn.hidden = !shown.over;
  say(apiDocs, labels.openApiDocs);
  apiDocs.hidden = loginPage === null;
  say(copyHeader, labels.copyHeader);
  copyHeader.hidden = loginPage === null;

  trouble.hidden = state.trouble === null;
  say(troubleTitle, state.trouble?.title ?? '');
  say(troubleText, state.trouble?.text ?? '');
  say(reloadBelow, labels.reload);
}

function drawIcons(ofHost: IconName, ofSession: IconName): void {
  if (drawnIcons === `${ofHost} ${ofSession}`) return;
  drawnIcons = `${ofHost} ${ofSession}`;
  hostPart.replaceChildren(icon(ofHost), host);
  sessionIcon.replaceChildren(icon(ofSession));
}
