import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request; a buffer is sent as it is. */
export type SourceAnswer = Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void);

/** A server of updates on this computer, with files by name; 404 for every other one. */
export class SourceServer {
  /** The requests so far: paths, and headers by lower-case name. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];
  readonly #server: Server;

  private constructor(files: Readonly<Record<string, SourceAnswer>>) {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.asked.push({ path, headers: request.headers });
      const answer = files[path.slice(1)];
      if (typeof answer === 'function') return answer(request, response);
      if (answer) response.setHeader('Content-Length', answer.length);
      else response.statusCode = 404;
      response.end(answer);
    });
  }

  static async start(files: Readonly<Record<string, SourceAnswer>>): Promise<SourceServer> {
    const server = new SourceServer(files);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Sends a status with one header and no body. */
export function statusWith(status: number, header: string, value: string): SourceAnswer {
  return (_request, response) => response.writeHead(status, { [header]: value }).end();
}

/** Sends this content, and then more until the connection is closed; ends after 200 MB for a client that never does so. */
export function endless(content: Uint8Array): SourceAnswer & { sent: number } {
  const answer = (_request: IncomingMessage, response: ServerResponse) => {
    const more = Buffer.alloc(256 * 1024, ' ');
    const send = () => {
      while (!response.destroyed && answer.sent < 200_000_000) {
        answer.sent += more.length;
        if (!response.write(more)) return;
      }
      response.end();
    };
    response.on('drain', send);
    response.on('error', () => undefined);
    response.write(content);
    send();
  };
  answer.sent = 0;
  return answer;
}
