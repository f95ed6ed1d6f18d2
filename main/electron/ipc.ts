import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Calls } from '../../contract/bridge.ts';
import { callNames, readStateNow } from '../../contract/call-names.ts';
import { writeChange } from '../../contract/list/short-rows.ts';
import type { StateChange } from '../../contract/state.ts';
import type { EarlyAnswers } from '../ipc/early-answers.ts';
import { CallGate, CallRefused } from '../ipc/gate.ts';
import { readRequest } from '../ipc/requests.ts';
import { callerOf, mayAsk, type OwnPage } from '../ipc/sender.ts';
import type { Log } from '../log/log.ts';
import { servedFor } from './window/call-window.ts';

interface CallService {
  readonly answers: Calls;
  /** Sends the state changes of a call before it returns. */
  readonly flush: () => void;
}

/** Serves the calls of the app's pages only. The one file that listens to `ipcMain`. */
export function handleCalls(
  early: EarlyAnswers,
  coming: Promise<CallService>,
  pages: () => readonly OwnPage[],
  log: Log,
): void {
  const gate = new CallGate({ log, monotonicNow: () => performance.now() });
  const serve = async (
    name: keyof Calls,
    { sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent,
    raw: unknown,
  ): Promise<unknown> => {
    try {
      const page = callerOf(name, senderFrame, pages());
      // SECURITY: calls from frames that the app did not create are refused before their message is read (0003).
      const isLetIn = gate.admits(name, page?.url ?? null, raw);
      // Electron prints every error, which would block main for seconds in a flood. A call that is never answered is
      // rejected by Electron once its promise is garbage collected.
      if (!isLetIn) return await new Promise(() => undefined);
      const request = readRequest(name, raw);
      if (page && !mayAsk(page, name, request)) throw new CallRefused(`Not from this page: ${name}`);
      const first = await early.to(name);
      if (first) return first.answer;
      const { answers, flush } = await coming;
      const own: Partial<Calls> = page?.own ?? {};
      const answer = (own[name] ?? answers[name]) as (request: unknown) => Promise<unknown>;
      return await servedFor(sender, () => answer(request)).finally(flush);
    } catch (error) {
      throw gate.heard(name, error);
    }
  };
  for (const name of callNames) ipcMain.handle(name, (event, raw: unknown) => serve(name, event, raw));
  ipcMain.on(readStateNow, (event) => {
    const answer = (state: unknown) => {
      event.returnValue = state;
    };
    void serve('readState', event, undefined).then(answer, () => answer(null));
  });
}

/** Sends a change to the windows that mirror the state. */
export function broadcast(windows: readonly BrowserWindow[], change: StateChange): void {
  const text = windows.length === 0 ? '' : writeChange(change);
  for (const window of windows) if (!window.isDestroyed()) window.webContents.send('stateChanged', text);
}
