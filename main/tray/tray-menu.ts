import type { CopyFormat } from '../../contract/core/copy-format.ts';
import { isBuiltInFormat } from '../../contract/core/copy-format.ts';
import { formatGroups } from '../../contract/core/format-groups.ts';
import type { Translate } from '../i18n/load-texts.ts';
import type { TrayAction } from './tray-actions.ts';
import type { TrayFacts, TrayServer } from './tray-facts.ts';

/** An entry of the menu; `line` separates, and a heading does nothing. */
export type TrayEntry =
  | { readonly kind: 'line' }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly TrayEntry[] };

/** The texts of the tray. */
export type TrayTexts = Translate<'native' | 'servers' | 'window' | 'copying'>;

const appName = 'FindFace Session Manager';

/** The most of a name that the menu shows, in characters. */
const maxName = 60;

const line: TrayEntry = { kind: 'line' };

/** What the icon is called: the app and how many servers need a look; no server, since anybody can read it. */
export function trayTitle(t: TrayTexts, { state, expiring, problems }: TrayFacts): string {
  const parts = [
    ...(state === 'locked' ? [t('native:tray.locked')] : []),
    ...(expiring > 0 ? [t('native:tray.expiring', { count: expiring })] : []),
    ...(problems > 0 ? [t('native:tray.problems', { count: problems })] : []),
  ];
  return [appName, ...parts].join(' – ');
}

/** The menu; behind the lock only what unlocks and ends. */
export function trayMenu(t: TrayTexts, facts: TrayFacts): readonly TrayEntry[] {
  const ending = [
    action(t('native:tray.showWindow'), { kind: 'show-window' }),
    action(t('native:tray.quit'), { kind: 'quit' }),
  ];
  if (facts.state === 'locked') return [action(t('native:tray.unlock'), { kind: 'show-window' }), ...ending];
  const part = (title: string, servers: readonly TrayServer[]): readonly TrayEntry[] =>
    servers.length === 0
      ? []
      : [{ kind: 'heading', label: title }, ...servers.map((server) => serverMenu(t, server, facts)), line];
  const counts = countEntries(t, facts);
  return [
    ...(counts.length === 0 ? [] : [...counts, line]),
    ...part(t('window:view.favourites'), facts.favourites),
    ...part(t('window:view.recent'), facts.recent),
    ...(facts.copied ? [action(t('native:tray.clearClipboard'), { kind: 'clear-clipboard' })] : []),
    action(t('window:checkAll'), { kind: 'check-all' }),
    action(t('native:tray.lock'), { kind: 'lock' }),
    line,
    action(t('native:tray.quickAccess'), { kind: 'quick-access' }),
    ...ending,
  ];
}

function countEntries(t: TrayTexts, { expiring, problems }: TrayFacts): readonly TrayEntry[] {
  return [
    ...(expiring > 0
      ? [action(t('native:tray.expiring', { count: expiring }), { kind: 'show-view', view: 'expiring' })]
      : []),
    ...(problems > 0
      ? [action(t('native:tray.problems', { count: problems }), { kind: 'show-view', view: 'problems' })]
      : []),
  ];
}

function serverMenu(t: TrayTexts, server: TrayServer, facts: TrayFacts): TrayEntry {
  const { id: profileId, hasToken, format } = server;
  const again = hasToken ? t('native:tray.logInAgain') : t('native:tray.logIn');
  const login = action(again, { kind: 'log-in', profileId });
  if (!hasToken) return { kind: 'menu', label: serverLabel(t, server), entries: [login] };
  const title = (of: CopyFormat) => formatTitle(t, of, facts);
  const formats = formatGroups(facts.templates).map(({ formats }) =>
    formats.map((of) => action(title(of), { kind: 'copy', profileId, format: of })),
  );
  const copy = format === 'header' ? t('servers:copyHeader') : t('copying:in', { format: title(format) });
  return {
    kind: 'menu',
    label: serverLabel(t, server),
    entries: [
      action(copy, { kind: 'copy', profileId, format: null }),
      {
        kind: 'menu',
        label: t('copying:title'),
        entries: formats.flatMap((group, at) => (at === 0 ? group : [line, ...group])),
      },
      action(t('servers:openWebInterface'), { kind: 'open-web-interface', profileId }),
      login,
    ],
  };
}

/** "Airport T2 – ivanov – rejected – Production": what tells one server from another, and what is not as it should be. */
function serverLabel(t: TrayTexts, { name, userName, environment, status }: TrayServer): string {
  const word = status === 'expiring' ? t('native:tray.expiresSoon') : t(`servers:status.${status}.word`);
  const parts = [
    shortened(name),
    shortened(userName),
    ...(status === 'accepted' ? [] : [word]),
    ...(environment === 'production' ? [t('window:environment.production')] : []),
  ];
  return parts.filter((part) => part !== '').join(' – ');
}

function formatTitle(t: TrayTexts, format: CopyFormat, { templates }: TrayFacts): string {
  if (isBuiltInFormat(format)) return t(`copying:formats.${format}`);
  return templates.find(({ id }) => id === format)?.name ?? t('copying:formats.template');
}

function action(label: string, of: TrayAction): TrayEntry {
  return { kind: 'action', label, action: of };
}

function shortened(name: string): string {
  const signs = [...name];
  return signs.length > maxName ? `${signs.slice(0, maxName).join('')}…` : name;
}
