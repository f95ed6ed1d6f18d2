import { setTimeout as pause } from 'node:timers/promises';

/** What a proof found. */
export interface Finding {
  readonly ok: boolean;
  /** For a person: what was looked at, or what is wrong. */
  readonly found: string;
}

/** The protections that the self-test proves. */
export type SelfTestName = 'sandbox' | 'fuses' | 'csp' | 'vault' | 'debugging' | 'versions' | 'policy';

/** Proves one protection; what it throws counts as a failure. */
export type Proof = () => Promise<Finding>;

/** The result of the self-test, as it is printed. */
export interface SelfTestReport {
  readonly ok: boolean;
  readonly app: string;
  readonly parts: readonly ({ readonly name: SelfTestName } & Finding)[];
}

/** Runs all proofs one after another, each for at most `limitMs`; a proof that fails or hangs fails the self-test. */
export async function selfTest(
  app: string,
  proofs: Readonly<Record<SelfTestName, Proof>>,
  limitMs: number,
): Promise<SelfTestReport> {
  const parts: ({ name: SelfTestName } & Finding)[] = [];
  for (const [name, proof] of Object.entries(proofs) as [SelfTestName, Proof][])
    parts.push({ name, ...(await within(limitMs, proof)) });
  return { ok: parts.every(({ ok }) => ok), app, parts };
}

async function within(limitMs: number, proof: Proof): Promise<Finding> {
  const end = new AbortController();
  const late = pause(limitMs, { ok: false, found: `No result within ${limitMs / 1000} s.` }, end);
  try {
    return await Promise.race([proof(), late]);
  } catch (error) {
    return { ok: false, found: error instanceof Error ? error.message : String(error) };
  } finally {
    end.abort();
    await late.catch(() => undefined);
  }
}
