import type { Switches } from '../switches/switch-table.ts';
import { type Certificate, newKey, signCertificate } from './sign-certificate.ts';

interface Plan {
  readonly commonName: string;
  readonly alternativeNames: boolean;
  readonly fromDays: number;
  readonly untilDays: number;
  readonly key: 'usual' | 'other';
}

const dayMs = 24 * 3600 * 1000;

/** Creates the certificates of a host on first use and caches them. */
export class Certificates {
  readonly #host: string;
  readonly #keys = { usual: newKey(), other: newKey() };
  readonly #made = new Map<Switches['certificate'], Certificate>();

  constructor(host: string) {
    this.#host = host;
  }

  get(kind: Switches['certificate']): Certificate {
    const known = this.#made.get(kind);
    if (known) return known;
    const plan = planOf(kind, this.#host);
    const key = this.#keys[plan.key];
    const made = { key, cert: selfSign(key, plan) };
    this.#made.set(kind, made);
    return made;
  }
}

function planOf(kind: Switches['certificate'], host: string): Plan {
  const valid: Plan = {
    commonName: host,
    alternativeNames: true,
    fromDays: -1,
    untilDays: 364,
    key: 'usual',
  };
  switch (kind) {
    case 'valid':
    case 'renewed':
      return valid;
    case 'cn-only':
      return { ...valid, alternativeNames: false };
    case 'expired':
      return { ...valid, fromDays: -366, untilDays: -1 };
    case 'not-yet-valid':
      return { ...valid, fromDays: 30, untilDays: 395 };
    case 'wrong-host':
      return { ...valid, commonName: 'findface.invalid', key: 'other' };
    case 'changed':
      return { ...valid, key: 'other' };
  }
}

function selfSign(key: string, { commonName, alternativeNames, fromDays, untilDays }: Plan): string {
  const inDays = (days: number) => new Date(Date.now() + days * dayMs);
  const names = alternativeNames ? [commonName] : [];
  return signCertificate(key, {
    commonName,
    names,
    ca: true,
    from: inDays(fromDays),
    until: inDays(untilDays),
  });
}
