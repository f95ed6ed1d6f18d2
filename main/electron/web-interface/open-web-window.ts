import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme, type WebContents, type WebContentsView } from 'electron';
import type {
  ToolbarCommand,
  ToolbarFacts,
  ToolbarMessage,
  ToolbarState,
} from '../../../contract/sessions/web-window.ts';
import type { Zoom } from '../../../contract/settings.ts';
import { RecentInput } from '../../web-interface/recent-input.ts';
import type { WebWindow, WebWindowPlan } from '../../web-interface/web-window.ts';
import { keyCommand } from '../../web-interface/window-keys.ts';
import { zoomAfter } from '../../window/zoom.ts';
import { offerTextMenu } from '../window/text-menu.ts';
import { FindBox } from './find-box.ts';
import { ServerSession } from './server-session.ts';
import { createServerView } from './server-view.ts';
import { ToolbarPage, toolbarPreferences } from './toolbar-page.ts';

/** The height of the row, and the place that the search takes with its shadow, in px at a zoom of 100 %. */
const rowHeight = 48;
const findSize = { width: 368, height: 66 };

const backgrounds = { light: '#f5f6f8', dark: '#121418' };
const isMac = process.platform === 'darwin';

interface Surroundings {
  /** The folder of the preload scripts. */
  readonly preloads: string;
  /** The app's own window, with which all others close. */
  readonly mainWindow: BrowserWindow | null;
}

/** Opens a window with a page of a server below a row of the app's own. */
export async function openWebWindow(plan: WebWindowPlan, around: Surroundings): Promise<WebWindow> {
  const window = new ServerWindow(plan, around);
  await window.load();
  return window;
}

class ServerWindow implements WebWindow {
  readonly #window: BrowserWindow;
  readonly #own: ServerSession;
  readonly #view: WebContentsView;
  readonly #row: ToolbarPage;
  #find: FindBox | null = null;
  #facts: ToolbarFacts;
  #zoom: Zoom = 100;
  #sought = '';
  #found = '';
  #isFullScreen = false;
  #isClosed = false;
  /** What concerns only the page and its window. */
  readonly #commands: { readonly [Name in ToolbarCommand]?: () => void } = {
    back: () => this.#view.webContents.navigationHistory.goBack(),
    forward: () => this.#view.webContents.navigationHistory.goForward(),
    reload: () => void this.#reload(),
    find: () => this.#openFind(),
    findNext: () => this.#findAgain(true),
    findPrevious: () => this.#findAgain(false),
    closeFind: () => this.#closeFind(),
    zoomIn: () => this.#changeZoom('in'),
    zoomOut: () => this.#changeZoom('out'),
    zoomReset: () => this.#changeZoom('reset'),
    more: () => this.#openMenu(),
    otherPane: () => this.#focusOtherPane(),
    close: () => this.close(),
  };

  constructor(
    private readonly plan: WebWindowPlan,
    private readonly around: Surroundings,
  ) {
    this.#facts = plan.facts;
    const input = new RecentInput(() => performance.now());
    this.#own = new ServerSession(plan, input);
    this.#window = new BrowserWindow({
      width: 1280,
      height: 820,
      minWidth: 640,
      minHeight: 400,
      show: false,
      title: plan.title,
      backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
      webPreferences: toolbarPreferences(around.preloads),
    });
    if (process.platform === 'linux' && app.isPackaged)
      this.#window.setIcon(join(process.resourcesPath, 'icon.png'));
    this.#view = createServerView({ plan, own: this.#own, input, preloads: around.preloads });
    this.#window.contentView.addChildView(this.#view);
    this.#row = new ToolbarPage(this.#window.webContents, 'row', (message) => this.#heard(message));
    this.#listen();
    this.#layOut();
    this.#show();
  }

  async load(): Promise<void> {
    await this.#own.takeWay();
    if (!this.#isClosed) this.#loadStart();
  }

  focus(): void {
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  show(facts: ToolbarFacts): void {
    this.#facts = facts;
    this.#layOut();
    this.#show();
  }

  setTitle(title: string): void {
    if (!this.#isClosed) this.#window.setTitle(title);
  }

  startAgain(): void {
    this.#closeFind();
    void this.#own.clear().then(() => this.#loadStart());
  }

  close(): void {
    // A page has no say in it, unlike in `close`.
    if (!this.#isClosed) this.#window.destroy();
  }

  #listen(): void {
    const window = this.#window;
    const { webContents } = this.#view;
    const closeToo = () => this.close();
    const { mainWindow } = this.around;
    mainWindow?.once('closed', closeToo);
    window.once('ready-to-show', () => {
      window.show();
      webContents.focus();
    });
    // The window manager gives the focus later, to the row.
    window.once('focus', () => webContents.focus());
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('resize', () => this.#layOut());
    window.on('focus', () => this.#layOut());
    window.once('closed', () => {
      this.#isClosed = true;
      mainWindow?.removeListener('closed', closeToo);
      for (const view of [this.#view, this.#find?.view])
        if (view && !view.webContents.isDestroyed()) view.webContents.close();
      // SECURITY: nothing that the page kept stays, not even in memory (0041).
      void this.#own.clear();
      this.plan.events.closed();
    });
    for (const name of ['did-start-loading', 'did-stop-loading', 'did-navigate-in-page'] as const)
      webContents.on(name as 'did-start-loading', () => this.#show());
    webContents.on('found-in-page', (_event, { activeMatchOrdinal: current, matches: total }) => {
      const t = this.plan.texts();
      this.#found = total === 0 ? t('web:notFound') : t('web:found', { current, total });
      this.#show();
    });
    webContents.on('did-navigate', () => this.#closeFind());
    webContents.on('zoom-changed', (_event, direction) => this.#changeZoom(direction));
    webContents.on('enter-html-full-screen', () => this.#fillScreen(true));
    webContents.on('leave-html-full-screen', () => this.#fillScreen(false));
    const language = () => this.#facts.language;
    offerTextMenu(window, language, webContents);
    this.#listenToKeys(webContents);
    this.#listenToKeys(window.webContents);
  }

  #listenToKeys(contents: WebContents): void {
    contents.on('before-input-event', (event, input) => {
      const { type, key, code, control, meta, shift, alt } = input;
      if (type !== 'keyDown') return;
      const pressed = { key, code, mod: isMac ? meta : control, shift, alt };
      const command = keyCommand(pressed, isMac, this.#find !== null);
      if (command === null && !this.#find?.keepsKey(input)) return;
      event.preventDefault();
      if (command !== null) this.#run(command);
    });
  }

  #heard(message: ToolbarMessage): void {
    if ('find' in message) this.#search(message.find);
    else this.#run(message.command);
  }

  #run(command: ToolbarCommand): void {
    const own = this.#commands[command];
    if (own) own();
    else this.plan.events.chose(command);
  }

  #loadStart(): void {
    const { webContents } = this.#view;
    if (webContents.isDestroyed()) return;
    // What fails is reported by an event.
    webContents
      .loadURL(this.plan.startUrl)
      .then(() => webContents.isDestroyed() || webContents.navigationHistory.clear())
      .catch(() => undefined);
  }

  async #reload(): Promise<void> {
    // The network may be another one by now.
    await this.#own.takeWay();
    if (this.#isClosed) return;
    const { webContents } = this.#view;
    if (this.#facts.trouble === null || webContents.isCrashed()) webContents.reload();
    else this.#loadStart();
  }

  #focusOtherPane(): void {
    const [row, page] = [this.#window.webContents, this.#view.webContents];
    if (row.isFocused()) page.focus();
    else row.focus();
  }

  #changeZoom(change: 'in' | 'out' | 'reset'): void {
    this.#zoom = zoomAfter(this.#zoom, change);
    this.#view.webContents.setZoomFactor(this.#zoom / 100);
    this.#show();
  }

  #openFind(): void {
    if (this.#find === null) {
      this.#find = new FindBox(this.around.preloads, (message) => this.#heard(message));
      this.#listenToKeys(this.#find.view.webContents);
      this.#window.contentView.addChildView(this.#find.view);
      this.#layOut();
      this.#show();
    }
    this.#find.focus();
  }

  #closeFind(): void {
    const find = this.#find;
    if (find === null) return;
    this.#find = null;
    this.#sought = '';
    this.#found = '';
    this.#view.webContents.stopFindInPage('keepSelection');
    this.#window.contentView.removeChildView(find.view);
    find.view.webContents.close();
    this.#view.webContents.focus();
    this.#show();
  }

  #search(text: string): void {
    this.#sought = text;
    if (text !== '') return void this.#view.webContents.findInPage(text, { findNext: true });
    this.#view.webContents.stopFindInPage('clearSelection');
    this.#found = '';
    this.#show();
  }

  #findAgain(forward: boolean): void {
    if (this.#find === null) this.#openFind();
    else if (this.#sought !== '')
      this.#view.webContents.findInPage(this.#sought, { forward, findNext: false });
  }

  #openMenu(): void {
    const t = this.plan.texts();
    const { page, events } = this.plan;
    const other = page === 'interface' ? 'openApiDocs' : 'openWebInterface';
    const entries = [other, 'openInBrowser', 'copyHeader'] as const;
    const [width = 0] = this.#window.getContentSize();
    Menu.buildFromTemplate(
      entries.map((command) => ({
        label: t(`servers:${command}`),
        enabled: command !== 'copyHeader' || !this.#facts.session.over,
        click: () => events.chose(command),
      })),
    ).popup({ window: this.#window, x: Math.max(0, width - 240), y: this.#rowHeight() });
  }

  #fillScreen(isFull: boolean): void {
    this.#isFullScreen = isFull;
    this.#layOut();
  }

  /** The row is zoomed like the pages of the app's own window, since they have one zoom. */
  #rowHeight(): number {
    return Math.round(rowHeight * this.#window.webContents.getZoomFactor());
  }

  #layOut(): void {
    if (this.#isClosed) return;
    const [width = 0, height = 0] = this.#window.getContentSize();
    const top = this.#isFullScreen ? 0 : this.#rowHeight();
    this.#view.setBounds({ x: 0, y: top, width, height: Math.max(0, height - top) });
    this.#view.setVisible(this.#facts.trouble === null);
    const zoom = this.#window.webContents.getZoomFactor();
    const size = { width: Math.round(findSize.width * zoom), height: Math.round(findSize.height * zoom) };
    this.#find?.view.setBounds({ x: Math.max(0, width - size.width), y: top, ...size });
  }

  #show(): void {
    if (this.#isClosed) return;
    const { webContents } = this.#view;
    const { navigationHistory: history } = webContents;
    const state: ToolbarState = {
      ...this.#facts,
      canGoBack: history.canGoBack(),
      canGoForward: history.canGoForward(),
      loading: webContents.isLoadingMainFrame(),
      zoom: this.#zoom,
      found: this.#found,
      finding: this.#find !== null,
      typed: '',
    };
    this.#row.show(state);
    this.#find?.show(state);
  }
}
