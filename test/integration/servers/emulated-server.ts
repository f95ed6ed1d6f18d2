import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { ApiClient } from '../../../main/servers/api-client.ts';
import type { Token } from '../../../main/token/token.ts';
import { operator } from '../../emulator/default-users.ts';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import type { Switches } from '../../emulator/switches/switch-table.ts';
import { clientOf, forever, strangerToken, type Wishes } from '../../support/servers/client-of.ts';

/** A user name and a password. */
export interface Who {
  readonly name: string;
  readonly password: string;
}

/** One emulator per file with a new client per test. */
export class EmulatedServer {
  #emulator: Emulator | null = null;
  #client: ApiClient | null = null;

  constructor() {
    beforeAll(async () => {
      this.#emulator = await startEmulator();
    });
    afterAll(() => this.emulator.close());
    beforeEach(() => {
      this.emulator.switches.reset();
      this.emulator.forgetRequests();
      this.#client = clientOf(this.emulator.origin);
    });
    afterEach(() => this.client.close());
  }

  get emulator(): Emulator {
    if (this.#emulator === null) throw new Error('The emulator is not running');
    return this.#emulator;
  }

  get client(): ApiClient {
    if (this.#client === null) throw new Error('There is no client outside of a test');
    return this.#client;
  }

  /** Creates another client for the rest of the test. */
  async becomes(wishes: Wishes): Promise<void> {
    await this.client.close();
    this.#client = clientOf(this.emulator.origin, wishes);
  }

  login(who: Who = operator, faceToken: string | null = null) {
    return this.client.login({ userName: who.name, password: who.password, faceToken, signal: forever });
  }

  async grantedToken(who: Who = operator): Promise<Token> {
    const result = await this.login(who);
    if (!result.ok) throw new Error(result.problem.code);
    return result.value.token;
  }

  /** The problem of a log-in or check with these switches; null if there is none. */
  async problemOf(call: 'login' | 'check', switches: Partial<Switches>, faceToken: string | null = null) {
    this.emulator.switches.set(switches);
    const result =
      call === 'login'
        ? await this.login(operator, faceToken)
        : await this.client.check(strangerToken, forever);
    return result.ok ? null : result.problem;
  }
}
