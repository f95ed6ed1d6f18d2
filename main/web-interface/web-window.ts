import type { ToolbarCommand, ToolbarFacts, WebPage } from '../../contract/sessions/web-window.ts';
import type { ChromiumProxy } from './chromium-proxy.ts';
import type { StorageEntry } from './page-session.ts';
import type { PageFailure, WebTexts } from './toolbar-facts.ts';

/** What the system's dialogs ask before a page of a server gets something. */
export type PageQuestion =
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'notifications' | 'fullscreen' };

/** What happens in a web window. */
export interface WebWindowEvents {
  /** An answer to its page hints that the session has ended. */
  hinted(hint: 'logged-out' | 'unauthorized'): void;
  /** The page sends a log-out; false: it was not confirmed. */
  loggingOut(isSent: boolean): void;
  /** The page has another URL. */
  moved(url: string): void;
  /** The server did not understand the request of its page, or somebody before it. */
  misunderstood(): void;
  /** The page cannot be shown; null if it is again. */
  troubled(trouble: PageFailure | null): void;
  /** A person chose something that concerns more than the page. */
  chose(command: ToolbarCommand): void;
  closed(): void;
  /** Asks a person; opens a link in the system's browser if the answer is yes. */
  asked(question: PageQuestion): Promise<boolean>;
}

/** What a page logs in with at a proxy of the app. */
export interface ProxyLogin {
  readonly name: string;
  readonly password: string;
}

/** A web window to open. */
export interface WebWindowPlan {
  readonly page: WebPage;
  readonly title: string;
  /** The only origin that it ever reaches. */
  readonly origin: string;
  readonly startUrl: string;
  readonly facts: ToolbarFacts;
  /** In the present language of the app. */
  texts(): WebTexts;
  /** The way to the server at present; null if there is none. */
  proxy(): Promise<ChromiumProxy | null>;
  /** What the page logs in with at that proxy; null: with nothing. */
  proxyLogin(): ProxyLogin | null;
  /** Whether the app trusts this certificate, in PEM, at the origin. */
  trusts(pem: string): Promise<boolean>;
  /** What the page gets before its own scripts run: once after each log-in, then nothing. */
  takeEntries(): readonly StorageEntry[];
  /** The token for requests of API docs; null if there is none, and always for the web interface. */
  token(): string | null;
  readonly events: WebWindowEvents;
}

/** An open web window. */
export interface WebWindow {
  focus(): void;
  show(facts: ToolbarFacts): void;
  setTitle(title: string): void;
  /** Loads the start page again, with nothing left of the page before. */
  startAgain(): void;
  /** Closes it at once, whatever its page wants, and forgets what its page kept. */
  close(): void;
}

/** What web windows need of the system. */
export interface WebSurroundings {
  /** Opens a window for a page. */
  openWindow(plan: WebWindowPlan): Promise<WebWindow>;
  /** Opens an http or https address in the system's browser. */
  openAddress(address: string): Promise<void>;
  /** Brings the app's own window to the front. */
  showMainWindow(): void;
}
