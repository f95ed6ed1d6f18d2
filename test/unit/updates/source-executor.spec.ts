import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { SourceExecutor } from '../../../main/electron/updates/source-executor.ts';

/** What reaches Electron. */
const sent: object[] = [];
let respond: ((response: IncomingMessage) => void) | null = null;

vi.mock('electron-updater/out/electronHttpExecutor.js', () => ({
  ElectronHttpExecutor: class {
    createRequest(options: object, callback: (response: IncomingMessage) => void): void {
      sent.push(options);
      respond = callback;
    }
  },
}));

/** A response of Electron, with `data` events. */
function response(headers: Readonly<Record<string, string>>): IncomingMessage {
  return Object.assign(new EventEmitter(), { headers }) as unknown as IncomingMessage;
}

function executor() {
  const misuse = vi.fn();
  const heard = vi.fn();
  const requests = new SourceExecutor('https://updates.example:8443', 10, misuse);
  return { requests, misuse, heard };
}

describe('the requests to a source of updates', () => {
  test.each([
    [{ hostname: 'updates.example' }],
    [{ hostname: 'updates.example', port: 8444 }],
    [{ protocol: 'http:', hostname: 'updates.example', port: 8443 }],
    [{ hostname: 'elsewhere.example', port: 8443 }],
  ])('are not sent elsewhere: %o', (options) => {
    const { requests, heard } = executor();
    sent.length = 0;
    expect(() => requests.createRequest(options, heard)).toThrow();
    expect(sent).toEqual([]);
  });

  test('do not follow redirects', () => {
    const { requests, misuse, heard } = executor();
    sent.length = 0;
    requests.createRequest({ protocol: 'https:', hostname: 'updates.example', port: '8443' }, heard);
    expect(sent).toEqual([expect.objectContaining({ redirect: 'error' })]);
    respond?.(response({ location: 'https://updates.example:8443/more' }));
    expect(misuse).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
  });

  test('end when more bytes come than were announced', () => {
    const { requests, misuse, heard } = executor();
    requests.createRequest({ hostname: 'updates.example', port: 8443 }, heard);
    const answer = response({});
    respond?.(answer);
    answer.emit('data', Buffer.alloc(10));
    expect(misuse).not.toHaveBeenCalled();
    answer.emit('data', Buffer.alloc(1));
    expect(misuse).toHaveBeenCalledOnce();
    expect(heard).toHaveBeenCalledOnce();
  });
});
