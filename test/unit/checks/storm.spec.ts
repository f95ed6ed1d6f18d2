import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServerProblem } from '../../../contract/core/problem.ts';
import { fail, type Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { User } from '../../../contract/sessions/user.ts';
import type { Token } from '../../../main/token/token.ts';
import { acceptedAnswer, Bench } from '../../support/fake-sessions.ts';

const words = { host: '10.0.4.7', status: 401, serverCode: 'UNAUTHORIZED', desc: null };
const answers: readonly (ServerProblem | null)[] = [
  null,
  { code: 'session-refused', ...words },
  { code: 'server-unreachable', host: '10.0.4.7', reason: 'no-route' },
  { code: 'too-many-requests', retryAfterSeconds: 200, ...words },
  { code: 'server-unavailable', retryAfterSeconds: null, ...words },
  { code: 'server-unavailable', retryAfterSeconds: 200, ...words },
  { code: 'licence-invalid', ...words },
];

type Answer = Result<{ user: User }, ServerProblem>;

const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('check', 'login', 'pause', 'told'), of: fc.nat(1) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('logout', 'cancel'), of: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('check all', 'wake', 'network', 'lock', 'unlock') }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('answer') }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('pass'), seconds: fc.constantFrom(1, 7, 40, 130, 400, 2_000) }),
  },
);

/** Checks what must never be sent to a server. */
class Watch {
  readonly bench: Bench;
  readonly ids: readonly ProfileId[];
  answer: ServerProblem | null = null;
  wanted = 0;
  logins = 0;
  requests = 0;
  readonly violations: string[] = [];
  readonly #underWay = new Map<ProfileId, number>();
  readonly #refused = new Set<string>();
  readonly #restUntil = new Map<ProfileId, number>();
  /** How many people wait for a check of each session. */
  readonly #asking = new Map<ProfileId, number>();

  constructor(private readonly scheduler: fc.Scheduler) {
    this.bench = new Bench({
      check: (id, token, signal) => this.#check(id, token, signal),
      login: (id) => this.#login(id),
    });
    this.ids = [this.bench.add(), this.bench.add()];
  }

  async ask(ids: readonly ProfileId[], check: () => Promise<unknown>): Promise<void> {
    for (const id of ids) this.#asking.set(id, (this.#asking.get(id) ?? 0) + 1);
    await check();
    for (const id of ids) this.#asking.set(id, (this.#asking.get(id) ?? 0) - 1);
  }

  async #check(id: ProfileId, token: Token, signal: AbortSignal): Promise<Answer> {
    this.requests += 1;
    const isAsked = (this.#asking.get(id) ?? 0) > 0;
    this.#never(this.bench.isLocked, 'something was asked behind a lock');
    this.#never((this.#underWay.get(id) ?? 0) > 0, 'two requests were under way for a profile');
    if (!isAsked) {
      this.#never(this.#refused.has(token.fingerprint), 'a refused token was sent again automatically');
      const rest = (this.#restUntil.get(id) ?? 0) - this.bench.now;
      this.#never(rest > 0, 'a server that wants to be left alone was asked');
    }
    this.#underWay.set(id, 1);
    const response = await this.#sent(signal);
    this.#underWay.set(id, 0);
    // A server that accepts again, asked by a person, may be asked again.
    if (response.ok && !signal.aborted) this.#refused.delete(token.fingerprint);
    if (!response.ok && response.problem.code === 'session-refused' && !signal.aborted)
      this.#refused.add(token.fingerprint);
    if (
      !response.ok &&
      'retryAfterSeconds' in response.problem &&
      response.problem.retryAfterSeconds !== null &&
      !signal.aborted
    )
      this.#restUntil.set(id, this.bench.now + 200_000);
    return response;
  }

  async #login(_id: ProfileId): Promise<Answer> {
    this.logins += 1;
    this.#never(this.logins > this.wanted, 'a login was made that nobody asked for');
    return this.#sent(new AbortController().signal);
  }

  #never(happened: boolean, what: string): void {
    if (happened) this.violations.push(what);
  }

  /** The scheduler decides when the response arrives, unless the request is aborted. */
  async #sent(signal: AbortSignal): Promise<Answer> {
    const { answer } = this;
    const answered = this.scheduler.schedule(Promise.resolve());
    const givenUp = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await Promise.race([answered, givenUp]);
    return answer ? fail(answer) : acceptedAnswer;
  }
}

describe('checks, logins and locks in any order', () => {
  test('never flood servers: one request per profile, no rejected token twice, no unrequested log-in, every cooldown respected', {
    tags: ['row-18', 'row-20', 'row-21', 'row-52', 'row-53', 'row-119'],
    timeout: 170_000,
  }, async () => {
    let requests = 0;
    const steps = fc.array(fc.tuple(step, fc.constantFrom(...answers)), { minLength: 5, maxLength: 40 });
    const property = fc.asyncProperty(fc.scheduler(), steps, async (scheduler, taken) => {
      const watch = new Watch(scheduler);
      const { bench, ids } = watch;
      const pending: Promise<unknown>[] = [];
      for (const id of ids) {
        watch.wanted += 1;
        pending.push(bench.logins.login(id, 'secret', null));
      }
      bench.checkScheduler.start();
      await everybodyAnswers(scheduler, bench);
      for (const [drawn, answer] of taken) {
        watch.answer = answer;
        const id = ids['of' in drawn ? drawn.of : 0] as ProfileId;
        const held = 'seconds' in drawn ? bench.pass(drawn.seconds * 1_000) : act(drawn.kind, id, watch);
        // A person's action is not awaited: the next one comes meanwhile.
        if (drawn.kind === 'pass') await held;
        else pending.push(Promise.resolve(held));
        if (drawn.kind === 'answer' && scheduler.count() > 0) await scheduler.waitOne();
        await bench.settle();
      }
      await everybodyAnswers(scheduler, bench);
      bench.checkScheduler.stop();
      await Promise.all(pending);
      requests += watch.requests;
      expect(watch.violations).toEqual([]);
    });
    await fc.assert(property, { numRuns: 400 });
    expect(requests, 'servers were asked at all').toBeGreaterThan(400);
  });
});

async function everybodyAnswers(scheduler: fc.Scheduler, bench: Bench): Promise<void> {
  await bench.settle();
  while (scheduler.count() > 0) {
    await scheduler.waitOne();
    await bench.settle();
  }
}

function act(kind: string, id: ProfileId, watch: Watch): Promise<unknown> | undefined {
  const { bench, ids } = watch;
  // At a locked window only unlocking is possible.
  if (bench.isLocked && kind !== 'unlock' && kind !== 'told') return undefined;
  switch (kind) {
    case 'check':
      return watch.ask([id], () => bench.checks.check(id));
    case 'check all':
      return watch.ask(ids, () => Promise.all(ids.map((id) => bench.checks.check(id))));
    case 'login':
      watch.wanted += 1;
      return bench.logins.login(id, 'secret', null);
    case 'logout':
      return bench.logins.logout(id);
    case 'cancel':
      bench.logins.cancelLogin(id);
      return undefined;
    case 'pause':
      bench.sessions.setAutoCheck(id, !bench.row(id).checksItself);
      return undefined;
    case 'told':
      // Its server has said on the live channel that something changed.
      return bench.checkScheduler.checkNow(id);
    case 'wake':
      bench.checkScheduler.wakeUp();
      return undefined;
    case 'network':
      bench.networks = `${bench.networks}.`;
      bench.checkScheduler.networkMayHaveChanged();
      return undefined;
    case 'lock':
      bench.lock(true);
      return undefined;
    case 'unlock':
      if (bench.isLocked) bench.lock(false);
      return undefined;
    default:
      return undefined;
  }
}
