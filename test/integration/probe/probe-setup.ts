import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { afterEach, beforeEach } from 'vitest';
import type { Problem } from '../../../contract/core/problem.ts';
import { fail } from '../../../contract/core/result.ts';
import type { ProbeRequest, ProbeResult } from '../../../contract/profiles/probe.ts';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { ServerProbe } from '../../../main/probe/server-probe.ts';
import { FindFaceTransport } from '../../../main/servers/transport.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator.ts';
import { type HostileServer, httpAnswer, startHostileServer } from '../../support/servers/hostile-server.ts';

const device = {
  info: { app: 'FindFace Session Manager', computer: 'secret-computer' },
  language: () => 'en' as const,
  now: () => Date.now(),
};

/** A `ServerProbe` with the servers of one test. */
export class ProbeSetup {
  #endings: (() => Promise<void>)[] = [];
  #prober: ServerProbe | null = null;
  profiles: readonly Profile[] = [];
  /** Trusted CAs instead of those of this computer. */
  authorities: (() => SecureContext) | null = null;
  /** Factor for the timeouts. */
  hurry = 1;

  constructor() {
    beforeEach(() => {
      this.#prober = new ServerProbe({
        profile: (id) => this.profiles.find((profile) => profile.id === id),
        trustAuthority: () => fail({ code: 'authority-not-chosen' }),
        newProxy: () => ({ mode: 'system' }),
        credentials: () => null,
        lineTo: async (target, timeouts) =>
          new FindFaceTransport({ ...target, authority: null, deviceId: 'ffsm-desk-0badc0de' }, device, {
            timeouts: Object.fromEntries(
              Object.entries(timeouts).map(([name, ms]) => [name, ms * this.hurry]),
            ),
            ...(this.authorities === null ? {} : { authorities: this.authorities }),
          }),
        now: () => Date.now(),
      });
    });
    afterEach(async () => {
      this.hurry = 1;
      this.authorities = null;
      this.profiles = [];
      for (const end of this.#endings.splice(0)) await end();
    });
  }

  get serverProbe(): ServerProbe {
    if (this.#prober === null) throw new Error('There is no prober outside of a test');
    return this.#prober;
  }

  async emulator(options?: EmulatorOptions): Promise<Emulator> {
    const emulator = await startEmulator(options);
    this.#endings.push(() => emulator.close());
    return emulator;
  }

  /** Starts a server that responds by path, else with 404 and HTML. */
  async server(
    answers: Readonly<Record<string, Buffer>> | ((socket: Socket, path: string) => void),
    certificate?: { readonly key: string; readonly cert: string },
  ): Promise<HostileServer> {
    const server = await startHostileServer((socket, request) => {
      const path = request.split(' ')[1] ?? '';
      if (typeof answers === 'function') answers(socket, path);
      else socket.write(answers[path] ?? answers['*'] ?? html(404));
    }, certificate);
    this.#endings.push(() => server.close());
    return server;
  }

  /** The result of a probe, or its problem. */
  async look(address: string, how: Partial<ProbeRequest> = {}): Promise<ProbeResult | Problem> {
    const result = await this.serverProbe.probe({ address, trusting: null, profileId: null, ...how });
    return result.ok ? result.value : result.problem;
  }
}

/** An HTML response, as from web servers and captive portals. */
export function html(status: number, headers: Readonly<Record<string, string>> = {}): Buffer {
  return httpAnswer(status, '<!doctype html><title>Welcome</title>', {
    'content-type': 'text/html',
    ...headers,
  });
}

/** A `/config.json` with FindFace's fields. */
export function config(
  auth: Readonly<Record<string, unknown>> = { AUTH_TYPE: 'password' },
  rest: object = {},
): Buffer {
  return httpAnswer(200, JSON.stringify({ auth, ...rest }));
}

/** FindFace's response to a request without a token. */
export const unauthorized = httpAnswer(
  401,
  '{"code":"UNAUTHORIZED","desc":"Authentication credentials were not provided."}',
);
