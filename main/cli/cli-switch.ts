import { done, type Result } from '../../contract/core/result.ts';
import type { Confirmations, Wording } from '../confirmations/confirmation.ts';
import type { Log } from '../log/log.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Notices } from '../state/notices.ts';
import { SerialQueue } from '../timing/serial-queue.ts';
import type { Cli } from './cli.ts';

interface Deps {
  readonly live: LiveState;
  readonly confirmations: Pick<Confirmations, 'ask'>;
  readonly log: Log;
  readonly notices: Pick<Notices, 'add' | 'dismiss'>;
  /** Where `ffsm` looks for the app. */
  readonly path: string;
  readonly create: () => Promise<Cli>;
  readonly turnOn: () => Promise<unknown>;
  readonly showMainWindow: () => void;
}

const turnOnQuestion: Wording = (t) => ({
  message: t('native:confirmations.commandLine.ask'),
  detail: t('native:confirmations.commandLine.detail'),
  confirm: t('native:confirmations.commandLine.confirm'),
  cancel: t('native:confirmations.cancel'),
});

/** Lets the app answer `ffsm` while the setting says so. */
export class CliSwitch {
  readonly #deps: Deps;
  readonly #turns = new SerialQueue();
  #cli: Cli | null = null;
  #noticeId: string | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.live.watch(({ settings }) => {
      if (settings) void this.follow();
    });
  }

  /** Begins or ends to listen, as the setting says. */
  follow(): Promise<void> {
    return this.#turns.run(async () => {
      const { live, create, path, log, notices } = this.#deps;
      const isOn = live.read().settings.commandLine;
      if (!isOn) this.#dismissNotice();
      if (isOn === (this.#cli !== null)) return;
      if (!isOn) return this.#close();
      this.#cli = await create();
      const problem = await this.#cli
        .open(path)
        .catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown');
      if (problem === null) return this.#dismissNotice();
      log('cli-not-opened', { problem });
      // Once, although each change of a setting tries again.
      this.#noticeId ??= notices.add({ code: 'ffsm-not-answered', file: path });
      await this.#close();
    });
  }

  /** Somebody started `ffsm` while the app does not listen: asks whether it should. */
  async asked(): Promise<void> {
    const { live, confirmations, turnOn, showMainWindow } = this.#deps;
    if (live.read().settings.commandLine) return this.follow();
    showMainWindow();
    // SECURITY: programs get no way to ask until a person has agreed once (0052).
    if (await confirmations.ask(turnOnQuestion)) await turnOn();
  }

  /** Ends a permission of a program. */
  async endAccess(id: string): Promise<Result> {
    return this.#cli === null ? done : this.#cli.endAccess(id);
  }

  /** Ends; called on quit. */
  stop(): Promise<void> {
    return this.#turns.run(() => this.#close());
  }

  #dismissNotice(): void {
    if (this.#noticeId !== null) this.#deps.notices.dismiss(this.#noticeId);
    this.#noticeId = null;
  }

  async #close(): Promise<void> {
    const cli = this.#cli;
    this.#cli = null;
    await cli?.close();
  }
}
