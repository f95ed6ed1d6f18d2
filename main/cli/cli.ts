import { done, type Result } from '../../contract/core/result.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { Language } from '../../contract/settings.ts';
import type { StateChange } from '../../contract/state.ts';
import type { AutoLogout } from '../auto-logout/auto-logout.ts';
import { loadTexts } from '../i18n/load-texts.ts';
import type { Journal } from '../journal/journal.ts';
import { programCode } from '../journal/journal-record.ts';
import { RepeatedNotes } from '../journal/repeated-notes.ts';
import type { Presentation } from '../presentation/presentation.ts';
import type { ShownNames } from '../presentation/shown-names.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { tokenForPrograms } from '../sessions/token-for-programs.ts';
import type { Vault } from '../vault/vault.ts';
import { type AccessQuestion, accessQuestion } from './access/access-question.ts';
import type { PermissionSpan } from './access/permissions.ts';
import { SessionAccess, type Wanted } from './access/session-access.ts';
import { type Caller, findCaller } from './caller/caller.ts';
import { treeAt } from './caller/process-tree.ts';
import { type CliTranslate, type CommandParts, cliTexts } from './commands/command.ts';
import { ownProcess, stopSentence } from './forwarding/forwarding-rules.ts';
import { ProgramForwarding } from './forwarding/program-forwarding.ts';
import { answeredWhileLocked, runCommand } from './run-command.ts';
import { type CliAnswer, exitCodes, failed } from './server/cli-answer.ts';
import type { CliRequest } from './server/cli-request.ts';
import { type CliClient, CliServer } from './server/cli-server.ts';
import { type PlaceProblem, prepareSocketPlace } from './server/socket-place.ts';

/** How long a command waits for a person to unlock the app, in ms. */
const unlockedWithinMs = 120_000;
/** After this long a command says that a person is asked, in ms: an answer that is kept takes less. */
const patienceMs = 300;

/** Asks in a window of main; null: refused, or the question was withdrawn. */
export type ShowAccessQuestion = (
  question: AccessQuestion,
  over: AbortSignal,
) => Promise<PermissionSpan | null>;

interface Deps extends CommandParts {
  readonly sessions: Pick<SessionStore, 'profile' | 'session'>;
  readonly vault: Pick<Vault, 'find' | 'programs' | 'keepPrograms' | 'storage'>;
  readonly autoLogout: Pick<AutoLogout, 'isOver'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly presentation: ShownNames & Pick<Presentation, 'onTurn'>;
  readonly monotonicNow: () => number;
  /** Settles once the vault has been opened, or opening it has failed. */
  readonly opened: Promise<unknown>;
  readonly showMainWindow: () => void;
  readonly showAccessQuestion: ShowAccessQuestion;
}

/** Answers `ffsm`, the command for terminals and scripts, over a Unix socket. */
export class Cli {
  readonly #deps: Deps;
  readonly #access: SessionAccess;
  readonly #forwarding: ProgramForwarding;
  readonly #notes: RepeatedNotes;
  readonly #unwatch: () => void;
  #server: CliServer | null = null;
  #loaded: { readonly language: Language; readonly t: CliTranslate } | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#notes = new RepeatedNotes(deps.journal);
    this.#access = new SessionAccess({
      ...deps,
      profiles: () => deps.live.rows().map(({ profile }) => profile),
      changed: (programs) => {
        if (programs.length > 0 || deps.live.read().programs.length > 0) deps.live.change({ programs });
      },
      ask: (wanted, over) => this.#ask(wanted, over),
    });
    this.#forwarding = new ProgramForwarding({
      clients: deps.clients,
      row: (id) => deps.live.row(id),
      token: (id) => tokenForPrograms(deps, id),
      onRefused: (id) => void deps.checks.check(id),
      sentence: async (why, row) => stopSentence({ parts: deps, t: await this.#texts() }, why, row),
    });
    this.#unwatch = deps.live.watch((change) => this.#onChange(change));
  }

  /** Begins to listen on a Unix socket; returns what speaks against it, or null. */
  async open(path: string): Promise<PlaceProblem | null> {
    if (this.#server !== null) return null;
    const problem = await prepareSocketPlace(path);
    if (problem !== null) return problem;
    const server = new CliServer({
      answer: (request, client) => this.#answer(request, client),
      forward: (request, response) => this.#forwarding.answer(request, response),
    });
    await server.open(path);
    this.#server = server;
    void this.#deps.opened.then(() => this.#load());
    return null;
  }

  /** Ends a permission; fails if the vault still has it. */
  async endAccess(id: string): Promise<Result> {
    const ended = await this.#access.end(id);
    if (!ended.ok) return ended;
    if (ended.value !== null) this.#forwarding.end(ended.value);
    return done;
  }

  /** Stops listening and ends all permissions. */
  async close(): Promise<void> {
    this.#unwatch();
    this.#lock();
    this.#notes.finish();
    const server = this.#server;
    this.#server = null;
    await server?.close();
  }

  async #answer(request: CliRequest, client: CliClient): Promise<CliAnswer> {
    const { socket, gone } = client;
    const { live, opened } = this.#deps;
    await opened;
    const t = await this.#texts();
    const [name = ''] = request.args;
    // SECURITY: behind the lock no command learns a name or gets a token (0011, 0052).
    const needsUnlocking = !answeredWhileLocked.includes(name);
    if (needsUnlocking && !(await this.#isUnlocked(client))) return failed(exitCodes.locked, t('cli:locked'));
    const tree = lazily(() => treeAt(socket));
    const answer = await runCommand({
      parts: this.#deps,
      t,
      ...request,
      gone,
      unlocked: () => this.#isUnlocked(client),
      token: async (id, use) => {
        const program = findCaller(await tree());
        const waiting = setTimeout(() => client.tell(t('cli:waitsForAnswer')), patienceMs);
        const given = await this.#access.token(id, use, program, gone).finally(() => clearTimeout(waiting));
        this.#note(id, program, name, given === 'refused' ? 'refused' : given.ok ? 'given' : 'unusable');
        return given;
      },
      admit: async ({ profile }, pid) => {
        const found = ownProcess(await tree(), pid);
        // SECURITY: a lock that came meanwhile wins (0011).
        const isOpen = live.read().lock.kind === 'open';
        return found !== null && isOpen ? this.#forwarding.admit(found, profile) : null;
      },
    });
    // SECURITY: a lock that came meanwhile wins (0011).
    return needsUnlocking && live.read().lock.kind === 'locked'
      ? failed(exitCodes.locked, t('cli:locked'))
      : answer;
  }

  /** The texts of the answers in the language of the window. */
  async #texts(): Promise<CliTranslate> {
    const { language } = this.#deps.live.read();
    if (this.#loaded?.language !== language) {
      const t = await loadTexts(language, ...cliTexts);
      this.#loaded = { language, t };
    }
    return this.#loaded.t;
  }

  /** Waits for a person to unlock the app, and shows the window for that. */
  async #isUnlocked({ gone, tell }: CliClient): Promise<boolean> {
    const { live, showMainWindow } = this.#deps;
    if (live.read().lock.kind === 'open') return true;
    showMainWindow();
    void this.#texts().then((t) => tell(t('cli:waitsForUnlocking')));
    return new Promise((resolve) => {
      const end = (isUnlocked: boolean) => {
        clearTimeout(timer);
        unwatch();
        gone.removeEventListener('abort', left);
        resolve(isUnlocked);
      };
      const left = () => end(false);
      const timer = setTimeout(left, unlockedWithinMs);
      const unwatch = live.watch(({ lock }) => {
        if (lock?.kind === 'open') end(true);
      });
      gone.addEventListener('abort', left, { once: true });
    });
  }

  async #ask(wanted: Wanted, over: AbortSignal): Promise<PermissionSpan | null> {
    const { live, presentation, now, showAccessQuestion } = this.#deps;
    const { language } = live.read();
    const t = await loadTexts(language, 'native', 'window');
    const turned = new AbortController();
    // SECURITY: a question with true names does not stay on the screen (0050).
    const stop = presentation.onTurn(() => turned.abort());
    const gone = AbortSignal.any([over, turned.signal]);
    try {
      const question = accessQuestion(t, presentation, wanted, language, now());
      return gone.aborted ? null : await showAccessQuestion(question, gone);
    } finally {
      stop();
    }
  }

  #note(id: Profile['id'], caller: Caller, command: string, result: 'given' | 'refused' | 'unusable'): void {
    const profile = this.#deps.sessions.profile(id);
    if (profile === undefined || result === 'unusable') return;
    const facts = {
      program: programCode(caller.name),
      command: programCode(command),
      production: profile.environment === 'production',
    };
    this.#notes.note(result === 'given' ? 'token-read' : 'token-refused', profile, facts);
  }

  #onChange({ lock, storage, rows = [], gone = [] }: StateChange): void {
    // SECURITY: a lock ends every permission and every question (0052).
    if (lock?.kind === 'locked') this.#lock();
    if (lock?.kind === 'open' || storage?.kind === 'sealed') this.#load();
    for (const { profile } of rows) {
      this.#access.follow(profile);
      this.#forwarding.follow(profile);
    }
    for (const id of gone) {
      this.#access.forget(id);
      this.#forwarding.end(id);
    }
  }

  #load(): void {
    if (this.#deps.live.read().lock.kind === 'open') this.#access.load();
  }

  #lock(): void {
    this.#access.lock();
    this.#forwarding.end(null);
  }
}

function lazily<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
