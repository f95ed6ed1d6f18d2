import { setTimeout as pause } from 'node:timers/promises';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { addressText, type Profile, type ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { ToolbarCommand, WebPage } from '../../contract/sessions/web-window.ts';
import type { Language } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import type { AutoLogout } from '../auto-logout/auto-logout.ts';
import type { SessionChecks } from '../checks/session-checks.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import type { SessionCopy } from '../copy-as/session-copy.ts';
import { loadTexts } from '../i18n/load-texts.ts';
import type { Journal } from '../journal/journal.ts';
import type { Presentation } from '../presentation/presentation.ts';
import type { ShownNames } from '../presentation/shown-names.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Vault } from '../vault/vault.ts';
import { isLoginPage, outsideLink } from './origin-rules.ts';
import { PageConnection, type PageConnectionDeps } from './page-connection.ts';
import { type StorageEntry, storageEntries } from './page-session.ts';
import { copyQuestion, pageQuestion } from './questions.ts';
import { type PageFailure, toolbarFacts, type WebTexts, windowTitle } from './toolbar-facts.ts';
import type { PageQuestion, WebWindow, WebWindowPlan } from './web-window.ts';
import { connectionKey, nextStep } from './window-life.ts';

/** The session that a page gets. */
export interface UsableSession {
  readonly profile: Profile;
  readonly token: string;
  readonly fingerprint: string;
}

/** What web windows need of the app. */
export interface OpenedPageDeps extends PageConnectionDeps {
  readonly live: LiveState;
  readonly presentation: ShownNames & Pick<Presentation, 'isOn' | 'onTurn'>;
  readonly sessions: Pick<SessionStore, 'profile' | 'session' | 'dispatch' | 'touch'>;
  readonly vault: Pick<Vault, 'find' | 'forget'>;
  readonly autoLogout: Pick<AutoLogout, 'isOver'>;
  readonly checks: Pick<SessionChecks, 'check'>;
  readonly confirmations: Confirmations;
  readonly journal: Pick<Journal, 'note'>;
  readonly sessionCopy: Pick<SessionCopy, 'copy'>;
  readonly now: () => EpochMs;
  /** Opens a window for a page. */
  readonly openWindow: (plan: WebWindowPlan) => Promise<WebWindow>;
  /** Opens an http or https address in the system's browser. */
  readonly openAddress: (address: string) => Promise<void>;
  /** Shows the app's own window, which asks to log in. */
  readonly askToLogIn: (id: ProfileId) => void;
}

interface Around {
  readonly closed: () => void;
  readonly open: (page: WebPage) => void;
}

/** A page that gets many 401 has its session checked this often at most. */
const checkGapMs = 3_000;
const doneMs = 2_500;
/** What is left changes by the minute. */
const tickMs = 30_000;

/** A page of a server in its window: what it gets of the session, and what becomes of it with the session. */
export class OpenedPage {
  #window: WebWindow | null = null;
  #texts: WebTexts | null = null;
  #language: Language | null = null;
  #session: UsableSession | null = null;
  #entries: readonly StorageEntry[] = [];
  #connection = '';
  #route: PageConnection | null = null;
  #saidLogout = false;
  /** Its page has sent a log-out; a live channel may tell the end of the session before the answer comes. */
  #isLoggingOut = false;
  #isOver = false;
  #isClosed = false;
  #isChecking = false;
  #checkAgain = false;
  #url = '';
  #trouble: PageFailure | null = null;
  #asksToLogIn = false;
  #done: 'copied' | 'notCopied' | null = null;
  #ticks: NodeJS.Timeout | undefined;

  constructor(
    readonly id: ProfileId,
    private readonly page: WebPage,
    private readonly deps: OpenedPageDeps,
    private readonly usable: () => Result<UsableSession>,
    private readonly around: Around,
  ) {}

  /** Opens the window. */
  async begin(): Promise<Result> {
    const { live, openWindow } = this.deps;
    const taken = this.#take();
    if (!taken.ok) return taken;
    const { profile } = taken.value;
    this.#connection = connectionKey(profile);
    this.#texts = await this.#loadTexts(live.read().language);
    const row = live.row(this.id);
    if (!row) return fail({ code: 'profile-gone' });
    const { origin } = profile.address;
    // The window closes when the profile gets another connection, so this one does not change.
    const connection = new PageConnection(profile, this.deps);
    this.#route = connection;
    const way = await connection.proxy();
    if (!way.ok) return way;
    const texts = this.#texts;
    this.#window = await openWindow({
      page: this.page,
      title: this.#title(texts, row),
      origin,
      // The API serves its docs, and the site its interface.
      startUrl: this.page === 'interface' ? `${origin}/` : `${addressText(profile.address)}/api-docs/`,
      facts: this.#facts(texts, row),
      texts: () => this.#texts ?? texts,
      proxy: async () => {
        const found = await connection.proxy();
        return found.ok ? found.value : null;
      },
      trusts: (pem) => connection.trusts(pem),
      proxyLogin: () => connection.proxyLogin,
      takeEntries: () => {
        // SECURITY: a page gets the session once after a log-in, whatever it loads later (0041).
        const entries = this.#entries;
        this.#entries = [];
        return entries;
      },
      token: () => (this.page === 'api-docs' && !this.#isOver ? (this.#session?.token ?? null) : null),
      events: {
        hinted: (hint) => void this.#hinted(hint),
        loggingOut: (isSent) => {
          this.#isLoggingOut = isSent;
        },
        moved: (url) => this.#moved(url),
        misunderstood: () => void this.#askCertificate(),
        troubled: (trouble) => this.#troubled(trouble),
        chose: (command) => void this.#chose(command),
        closed: () => this.#closed(),
        asked: (question) => this.#asked(question),
      },
    });
    this.#ticks = setInterval(() => this.#show(), tickMs);
    // Closed while it was being opened.
    if (this.#isClosed) this.close();
    return done;
  }

  focus(): void {
    this.#window?.focus();
  }

  close(): void {
    this.#window?.close();
    this.#closed();
  }

  /** Does what a change of the row, the settings or the language asks for. */
  follow(): void {
    if (this.#isClosed) return;
    const { live, autoLogout, now } = this.deps;
    const row = live.row(this.id);
    const open = {
      fingerprint: this.#session?.fingerprint ?? '',
      connection: this.#connection,
      saidLogout: this.#saidLogout || this.#isLoggingOut,
      isOver: this.#isOver,
    };
    switch (nextStep(open, row, now(), autoLogout.isOver(this.id))) {
      case 'close':
        this.close();
        return;
      case 'end':
        this.#end();
        break;
      case 'renew':
        this.#renew();
        break;
      case 'stay':
        break;
    }
    const { language } = live.read();
    if (language === this.#language) this.#show();
    else
      void this.#loadTexts(language).then((texts) => {
        this.#texts = texts;
        this.#show();
      });
  }

  /** Takes the session from the vault, for the page. */
  #take(): Result<UsableSession> {
    const { sessions, now } = this.deps;
    const found = this.usable();
    if (!found.ok) return found;
    const { profile, token } = found.value;
    this.#session = found.value;
    this.#isOver = false;
    this.#isLoggingOut = false;
    this.#saidLogout = false;
    const held = stableSession(sessions.session(this.id));
    const expiresAt = hasToken(held) ? held.expiresAt : null;
    const { userName, deviceId } = profile;
    if (this.page === 'interface')
      this.#entries = storageEntries({ userName, deviceId, token, expiresAt }, now());
    return found;
  }

  /** Forgets the session; the window stays, and offers to log in again. */
  #end(): void {
    this.#isOver = true;
    this.#asksToLogIn = false;
    this.#entries = [];
    const fingerprint = this.#session?.fingerprint ?? '';
    if (this.#session) this.#session = { ...this.#session, token: '' };
    if (this.#saidLogout || this.#isLoggingOut) void this.#forget(fingerprint);
  }

  #renew(): void {
    if (this.#take().ok) this.#window?.startAgain();
  }

  /** The server confirmed a log-out of the page, and a check that the session is over: as if the app had logged out. */
  async #forget(fingerprint: string): Promise<void> {
    const { sessions, vault, journal } = this.deps;
    const profile = sessions.profile(this.id);
    if (!profile) return;
    const found = vault.find(profile);
    if (found.kind !== 'token' || found.token.fingerprint !== fingerprint) return;
    await vault.forget(this.id, 'token');
    void sessions.dispatch(this.id, { type: 'logged-out' });
    journal.note('logged-out', profile, { confirmed: true });
  }

  async #hinted(hint: 'logged-out' | 'unauthorized'): Promise<void> {
    if (this.#isOver) return;
    if (hint === 'logged-out') this.#saidLogout = true;
    else if (this.#isChecking) return;
    await this.#check(hint === 'logged-out');
  }

  /** Asks the server about the session; `again` also if a check is running, which may have been sent before. */
  async #check(again = false): Promise<void> {
    if (this.#isChecking) {
      this.#checkAgain ||= again;
      return;
    }
    this.#isChecking = true;
    do {
      this.#checkAgain = false;
      // SECURITY: only the app's own check decides; a page could claim anything (0041).
      await this.deps.checks.check(this.id);
      if (this.#saidLogout && this.#verdict() === 'accepted') await this.deps.checks.check(this.id);
    } while (this.#checkAgain && !this.#isClosed);
    if (this.#verdict() === 'accepted') this.#saidLogout = false;
    await pause(checkGapMs, undefined, { ref: false });
    this.#isChecking = false;
  }

  #verdict(): string | null {
    const held = stableSession(this.deps.sessions.session(this.id));
    return hasToken(held) ? (held.lastCheck?.verdict ?? null) : null;
  }

  #moved(url: string): void {
    this.#url = url;
    const isLogin = this.page === 'interface' && isLoginPage(url);
    if (isLogin && !this.#isOver && this.#entries.length === 0)
      void this.deps.checks.check(this.id).then(() => {
        this.#asksToLogIn = isLoginPage(this.#url) && this.#verdict() === 'accepted';
        this.#show();
      });
    else if (this.#asksToLogIn !== isLogin) {
      this.#asksToLogIn = false;
      this.#show();
    }
  }

  #troubled(trouble: PageFailure | null): void {
    this.#trouble = trouble;
    this.#show();
    // The list then shows what is wrong with its certificate, or with the client's.
    if (trouble?.kind === 'untrusted') void this.deps.checks.check(this.id);
    else if (trouble?.kind === 'unreachable') void this.#askCertificate();
  }

  /** Whether a client certificate is why the page is not there, only a check of the app can say. */
  async #askCertificate(): Promise<void> {
    await this.deps.checks.check(this.id);
    const held = stableSession(this.deps.sessions.session(this.id));
    const code = hasToken(held) ? held.lastCheck?.problem?.code : undefined;
    if (this.#isClosed || code?.startsWith('client-certificate-') !== true) return;
    this.#trouble = { kind: 'clientCertificate' };
    this.#show();
  }

  async #chose(command: ToolbarCommand): Promise<void> {
    const profile = this.deps.sessions.profile(this.id);
    if (!profile) return;
    if (command === 'logIn') this.deps.askToLogIn(this.id);
    else if (command === 'openApiDocs') this.around.open('api-docs');
    else if (command === 'openWebInterface') this.around.open('interface');
    else if (command === 'copyHeader') await this.#copy();
    else if (command === 'openInBrowser')
      await this.deps.openAddress(addressText({ ...profile.address, basePath: '/' })).catch(() => undefined);
  }

  async #copy(): Promise<void> {
    const { confirmations, live, sessionCopy } = this.deps;
    const profile = live.row(this.id)?.profile;
    if (!profile) return;
    const isGuarded = profile.environment === 'production' && live.read().settings.confirmProduction;
    if (isGuarded && !(await confirmations.ask(copyQuestion(profile)))) return;
    const copied = await sessionCopy.copy(this.id, false, 'header');
    this.#done = copied.ok ? 'copied' : 'notCopied';
    this.#show();
    await pause(doneMs, undefined, { ref: false });
    this.#done = null;
    this.#show();
  }

  async #asked(question: PageQuestion): Promise<boolean> {
    const { confirmations, live, openAddress } = this.deps;
    const profile = live.row(this.id)?.profile;
    if (!profile || this.#isClosed) return false;
    if (question.kind === 'link' && outsideLink(question.link, profile.address.origin) === null) return false;
    const confirmed = await confirmations.ask(pageQuestion(question, profile));
    if (!confirmed || this.#isClosed) return false;
    if (question.kind === 'link') await openAddress(question.link).catch(() => undefined);
    return true;
  }

  #loadTexts(language: Language): Promise<WebTexts> {
    this.#language = language;
    return loadTexts(language, 'web', 'servers', 'time', 'window');
  }

  #title(texts: WebTexts, row: Row): string {
    return windowTitle(texts, this.deps.presentation.row(row), this.page);
  }

  #facts(texts: WebTexts, row: Row) {
    const { live, now, presentation } = this.deps;
    const { settings, language } = live.read();
    return toolbarFacts(texts, {
      ...{ row: presentation.row(row), settings, language, now: now() },
      ...{ trouble: this.#shownTrouble(), asksToLogIn: this.#asksToLogIn, done: this.#done },
    });
  }

  /** Another origin is known to the server alone. */
  #shownTrouble(): PageFailure | null {
    const trouble = this.#trouble;
    if (trouble?.kind !== 'elsewhere') return trouble;
    return { ...trouble, place: this.deps.presentation.text(trouble.place) };
  }

  #show(): void {
    const row = this.deps.live.row(this.id);
    if (!row || !this.#texts || this.#isClosed) return;
    this.#window?.show(this.#facts(this.#texts, row));
    this.#window?.setTitle(this.#title(this.#texts, row));
  }

  #closed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#ticks);
    this.#session = null;
    this.#entries = [];
    this.#route?.close();
    this.around.closed();
  }
}
