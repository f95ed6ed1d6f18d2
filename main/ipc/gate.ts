import type { Calls } from '../../contract/bridge.ts';
import { isTooLarge, maxBytes, maxSize } from '../../contract/message-size.ts';
import { isProfileId, type ProfileId } from '../../contract/profiles/profile.ts';
import { errorText } from '../log/app-log.ts';
import type { Log } from '../log/log.ts';
import { type Allowance, afterCall, type CallRate, callRate, rateForOneProfile } from './rate-limit.ts';
import { MalformedMessage } from './requests.ts';

/** Thrown for a call whose message is not read. The text may be shown to the page. */
export class CallRefused extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'CallRefused';
  }
}

/** Twice the maximum number of profiles. */
const maxAllowances = 20_000;

interface Deps {
  readonly log: Log;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
}

/** Checks every call before its handler: sender, rate and size; and decides what the page learns of an error. */
export class CallGate {
  readonly #allowances = new Map<string, Allowance>();
  readonly #troubles = new Map<string, number>();

  constructor(private readonly deps: Deps) {}

  /**
   * Whether a call is served; false in a flood, where even a refusal costs too much. Throws `CallRefused` for a message
   * that is too large and for other senders, whose calls do not count against the page's rate.
   *
   * `page` is the URL of the app's page that calls; null for another sender. Each page has rates of its own.
   */
  admits(name: keyof Calls, page: string | null, raw: unknown): boolean {
    if (page === null) throw new CallRefused(`Call from an unknown frame: ${name}`);
    if (!this.#isInTime(`${name} from ${page}`, callRate(name))) return this.#refuse(name);
    if (isTooLarge(raw, maxSize(name), maxBytes(name))) throw new CallRefused(`Message too large: ${name}`);
    // SECURITY: the pages share this one, so that more windows are not more attempts (0051).
    const rate = rateForOneProfile(name);
    const profileId = rate && readProfileId(raw);
    if (rate && profileId !== null && !this.#isInTime(`${name} ${profileId}`, rate))
      return this.#refuse(name);
    return true;
  }

  /** Counts this call; false if it exceeds the rate. */
  #isInTime(what: string, rate: CallRate): boolean {
    const now = this.deps.monotonicNow();
    const allowance = afterCall(this.#allowances.get(what), rate, now);
    if (!allowance) return false;
    this.#allowances.delete(what);
    this.#allowances.set(what, allowance);
    // The oldest entries are full again; a page may name any number of profiles.
    const oldest = this.#allowances.size > maxAllowances ? this.#allowances.keys().next().value : undefined;
    if (oldest !== undefined) this.#allowances.delete(oldest);
    return true;
  }

  #refuse(name: keyof Calls): false {
    this.#count(name, `Too many calls: ${name}`);
    return false;
  }

  /** The error that the page receives; the text of a bug goes to the log only, since it may contain file names. */
  heard(name: keyof Calls, error: unknown): Error {
    const isRefusal = error instanceof CallRefused || error instanceof MalformedMessage;
    this.#count(name, isRefusal ? error.message : errorText(error));
    const heard = isRefusal ? error : new Error(`The call failed: ${name}`);
    // SECURITY: Electron prints errors that it passes on; stacks would fill the log at every refusal (0003).
    heard.stack = '';
    return heard;
  }

  /** Logs the 1st, 10th, 100th … refusal, so that a flood does not fill the log. */
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
