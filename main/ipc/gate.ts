import type { Calls } from '../../contract/bridge.ts';
import { isTooLarge, maxBytes, maxSize } from '../../contract/message-size.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { isProfileId, MalformedMessage } from '../../contract/requests/parse.ts';
import { errorText } from '../log/app-log.ts';
import type { Log } from '../log/log.ts';
import { type Allowance, afterCall, type CallRate, callRate, rateForOneProfile } from './rate-limit.ts';

/** Thrown at a call that is not even read. Its text may cross to the page. */
export class CallRefused extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'CallRefused';
  }
}

/** Twice as many as there can be profiles. */
const maxAllowances = 20_000;

interface Deps {
  readonly log: Log;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
}

/** Stands between the page and what answers it: who may come in, how often and how large, and what trouble tells. */
export class CallGate {
  readonly #allowances = new Map<string, Allowance>();
  readonly #troubles = new Map<string, number>();

  constructor(private readonly deps: Deps) {}

  /**
   * Whether a call is to be answered; false in a flood, where even a refusal costs too much. Throws CallRefused at a
   * message that is too large and at strangers, whose calls do not use up what the page may ask.
   */
  admits(name: keyof Calls, isOurs: boolean, raw: unknown): boolean {
    if (!isOurs) throw new CallRefused(`Call from an unknown frame: ${name}`);
    if (!this.#isInTime(name, callRate(name))) return this.#refuse(name);
    if (isTooLarge(raw, maxSize(name), maxBytes(name))) throw new CallRefused(`Message too large: ${name}`);
    const rate = rateForOneProfile(name);
    const profileId = rate && readProfileId(raw);
    if (rate && profileId !== null && !this.#isInTime(`${name} ${profileId}`, rate))
      return this.#refuse(name);
    return true;
  }

  /** Counts this call, and tells whether it may come already. */
  #isInTime(what: string, rate: CallRate): boolean {
    const now = this.deps.monotonicNow();
    const allowance = afterCall(this.#allowances.get(what), rate, now);
    if (!allowance) return false;
    this.#allowances.delete(what);
    this.#allowances.set(what, allowance);
    // The oldest have long been full again; a page may name any number of profiles.
    const oldest = this.#allowances.size > maxAllowances ? this.#allowances.keys().next().value : undefined;
    if (oldest !== undefined) this.#allowances.delete(oldest);
    return true;
  }

  #refuse(name: keyof Calls): false {
    this.#count(name, `Too many calls: ${name}`);
    return false;
  }

  /** What the page hears of an exception; a bug is told to the log alone, since its text may name files. */
  heard(name: keyof Calls, error: unknown): Error {
    const isRefusal = error instanceof CallRefused || error instanceof MalformedMessage;
    this.#count(name, isRefusal ? error.message : errorText(error));
    const heard = isRefusal ? error : new Error(`The call failed: ${name}`);
    // SECURITY: Electron prints what it passes on, and a stack would fill the log at every refusal (0003).
    heard.stack = '';
    return heard;
  }

  /** A flood of refusals must not become a flood of lines: the first is told, then every tenfold. */
  #count(name: string, what: string): void {
    const kind = what.split('\n', 1)[0] ?? what;
    const times = (this.#troubles.get(`${name} ${kind}`) ?? 0) + 1;
    this.#troubles.set(`${name} ${kind}`, times);
    if (/^10*$/.test(String(times))) this.deps.log(what, { call: name, times });
  }
}

function readProfileId(raw: unknown): ProfileId | null {
  const named: unknown = typeof raw === 'object' && raw !== null && 'profileId' in raw ? raw.profileId : null;
  return isProfileId(named) ? named : null;
}
