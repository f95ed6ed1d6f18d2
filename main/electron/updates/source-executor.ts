import type { ClientRequest, IncomingMessage } from 'electron';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';

/** The parts of a request's URL, as electron-updater passes them to Electron. */
interface RequestParts {
  readonly protocol?: string;
  readonly hostname?: string;
  readonly port?: string | number;
}

/** Sends the requests of electron-updater for one package. */
export class SourceExecutor extends ElectronHttpExecutor {
  /** Bytes of all responses. */
  received = 0;
  readonly #origin: string;
  readonly #largest: number;
  readonly #onMisuse: () => void;

  /** `onMisuse` is called when a response goes beyond `largest` bytes or names another place, and has to end the requests. */
  constructor(origin: string, largest: number, onMisuse: () => void) {
    // Without a callback for proxies that ask for a password, such a request fails instead of waiting for ever.
    super();
    this.#origin = origin;
    this.#largest = largest;
    this.#onMisuse = onMisuse;
  }

  /** SECURITY: a source cannot send the app elsewhere, nor fill the memory or the disk (0004, 0029). */
  override createRequest(
    options: RequestParts,
    callback: (response: IncomingMessage) => void,
  ): ClientRequest {
    const { protocol = 'https:', hostname = '', port } = options;
    const target = new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}`);
    if (target.origin !== this.#origin) throw new Error('An update source redirects elsewhere');
    return super.createRequest({ ...options, redirect: 'error' }, (response: IncomingMessage) => {
      // electron-updater follows this header in an answer with status 200 too.
      if (response.headers.location !== undefined) return this.#onMisuse();
      callback(response);
      response.on('data', (chunk: Buffer) => {
        this.received += chunk.length;
        if (this.received > this.#largest) this.#onMisuse();
      });
    });
  }
}
