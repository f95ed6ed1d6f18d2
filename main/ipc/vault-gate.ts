import type { Calls } from '../../contract/bridge.ts';

type Answer = (request: unknown) => Promise<unknown>;

/** The calls that need neither tokens nor passwords, so that they are answered while the vault is still being opened. */
const answeredBeforeOpening: ReadonlySet<string> = new Set<keyof Calls>([
  ...(['readState', 'readDetails', 'showWindow', 'closeWindow', 'keepPlace', 'recallPlace'] as const),
  ...(['addProfile', 'addAccount', 'cancelAdding', 'markFavourite', 'probe', 'cancelProbe'] as const),
  ...(['chooseAuthority', 'readAuthority', 'openInBrowser', 'clearClipboard', 'dropImport'] as const),
  ...(['changeSettings', 'dismissNotice', 'chooseStorage', 'cancelLogin'] as const),
  ...([
    'cancelBulkLogin',
    'closeBulkLogin',
    'openCamera',
    'closeCamera',
    'chooseVideo',
    'cancelFace',
  ] as const),
  ...(['dropPastedToken', 'clearPastedToken', 'letCheckItself', 'networkMayHaveChanged'] as const),
  ...(['dismissRightsChange', 'readFleet', 'saveFleet', 'readJournal', 'saveJournal'] as const),
  ...(['prepareDiagnostics', 'saveDiagnostics'] as const),
]);

/** The same answers, but those that may need the vault wait until it has been opened, or could not be. */
export function waitForVault(answers: Calls, opened: Promise<unknown>): Calls {
  const waiting = Object.entries(answers as unknown as Record<string, Answer>).map(([name, answer]) => {
    const wait: Answer = async (request) => {
      await opened;
      return answer(request);
    };
    return [name, answeredBeforeOpening.has(name) ? answer : wait] as const;
  });
  return Object.fromEntries(waiting) as unknown as Calls;
}
