import type { Result } from '../core/result.ts';
import type { Environment, ProfileRequest } from '../profiles/profile.ts';
import type { Language } from '../settings.ts';

/** What a web window shows of a server: its web interface, or its API docs. */
export const webPages = ['interface', 'api-docs'] as const;
export type WebPage = (typeof webPages)[number];

/** The calls about web windows. */
export interface WebWindowCalls {
  /** Opens a page of the server in a window of its own, as the profile's user; brings an open one to the front. */
  openWebPage(request: ProfileRequest & { readonly page: WebPage }): Promise<Result>;
}

/** What a button or key of the toolbar of a web window does. */
export const toolbarCommands = [
  'back',
  'forward',
  'reload',
  'find',
  'findNext',
  'findPrevious',
  'closeFind',
  'zoomIn',
  'zoomOut',
  'zoomReset',
  'more',
  'logIn',
  'openApiDocs',
  'openWebInterface',
  'openInBrowser',
  'copyHeader',
  'otherPane',
  'close',
] as const;
export type ToolbarCommand = (typeof toolbarCommands)[number];

/** What the toolbar tells main: a command, or the text to find in the page. */
export type ToolbarMessage =
  | { readonly command: ToolbarCommand }
  /** At most 500 characters. */
  | { readonly find: string };

/** Maximum length of the text to find, in characters. */
export const maxFindText = 500;

/** What a web window says of its profile and session, in the language of the app. Holds no secret. */
export interface ToolbarFacts {
  readonly language: Language;
  /** Whether the theme with the highest contrast was chosen. */
  readonly contrast: boolean;
  readonly name: string;
  readonly userName: string;
  /** Host and port. */
  readonly host: string;
  readonly encrypted: boolean;
  readonly environment: Environment;
  /** The word for the environment; empty for none. */
  readonly environmentWord: string;
  readonly session: {
    readonly look: 'ok' | 'warn' | 'bad';
    readonly word: string;
    /** The time left; empty if it says nothing more. */
    readonly detail: string;
    /** Whether to offer to log in again. */
    readonly over: boolean;
  };
  readonly labels: { readonly [Name in ToolbarLabel]: string };
  /** Why the page is not shown, and instead of it; null if it is. */
  readonly trouble: { readonly title: string; readonly text: string } | null;
  /** What to say where the page asks to log in though the session is accepted; null elsewhere. */
  readonly loginPage: string | null;
}

/** The texts of the toolbar that change only with the language. */
export type ToolbarLabel =
  | Exclude<ToolbarCommand, 'openWebInterface' | 'openInBrowser' | 'otherPane' | 'close'>
  | 'toolbar';

/** What the toolbar shows. */
export interface ToolbarState extends ToolbarFacts {
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly loading: boolean;
  /** In percent. */
  readonly zoom: number;
  /** "2 of 7"; empty if nothing was searched. */
  readonly found: string;
  readonly finding: boolean;
  /** What was typed while the search was loading; empty for the row. */
  readonly typed: string;
}

/** The type of `window.webToolbar`, all that the pages of the app in a web window can call. */
export interface ToolbarBridge {
  tell(message: ToolbarMessage): void;
  /** Calls back with the present state, if there is one, and each later one. */
  onState(listen: (state: ToolbarState) => void): void;
}
