import type { Socket } from 'node:net';
import { afterEach } from 'vitest';
import type { ApiClient } from '../../../main/servers/api-client.ts';
import { clientOf, type Wishes } from './client-of.ts';
import { type Behaviour, type HostileServer, httpAnswer, startHostileServer } from './hostile-server.ts';

/** The user in the responses below. */
export const someUser = { id: 7, name: 'guard2' };

/** A valid response to `GET /users/me/`. */
export const accepted = httpAnswer(200, JSON.stringify(someUser));

/** Waits until the other end has closed the connection in any way. */
export function goneOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => void socket.once('close', () => resolve()));
}

/** Starts hostile servers and their clients, and ends them after the test. */
export class HostileServers {
  #endings: (() => Promise<void>)[] = [];

  constructor() {
    afterEach(async () => {
      for (const end of this.#endings.splice(0)) await end();
    });
  }

  async start(
    behave: Behaviour,
    certificate?: { key: string; cert: string },
    port?: number,
  ): Promise<HostileServer> {
    const server = await startHostileServer(behave, certificate, port);
    this.#endings.push(() => server.close());
    return server;
  }

  /** A server and a client of it. */
  async meet(behave: Behaviour, wishes?: Wishes): Promise<{ server: HostileServer; client: ApiClient }> {
    const server = await this.start(behave);
    return { server, client: this.client(server.origin, wishes) };
  }

  client(origin: string, wishes?: Wishes): ApiClient {
    const client = clientOf(origin, wishes);
    this.#endings.unshift(() => client.close());
    return client;
  }
}
