import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Switches } from '../switches/switch-table.ts';

/** A private key and its self-signed certificate, both as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

interface Plan {
  readonly commonName: string;
  readonly alternativeNames: boolean;
  readonly fromDays: number;
  readonly untilDays: number;
  readonly key: 'usual' | 'other';
}

const day = 24 * 3600 * 1000;

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

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** `openssl ca` is the only command of OpenSSL 3.0 that accepts both dates. */
function selfSign(key: string, plan: Plan): string {
  const folder = mkdtempSync(join(tmpdir(), 'ffsm-emulator-'));
  try {
    writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'serial'), randomBytes(8).toString('hex'));
    writeFileSync(join(folder, 'openssl.cnf'), settings(plan));
    openssl(folder, ['req', '-new', '-config', 'openssl.cnf', '-key', 'key.pem', '-out', 'request.pem']);
    const dates = ['-startdate', stamp(plan.fromDays), '-enddate', stamp(plan.untilDays)];
    openssl(folder, [
      ...['ca', '-batch', '-selfsign', '-config', 'openssl.cnf', '-keyfile', 'key.pem', '-notext'],
      ...['-in', 'request.pem', '-out', 'certificate.pem', ...dates],
    ]);
    return readFileSync(join(folder, 'certificate.pem'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function settings(plan: Plan): string {
  const kind = isIP(plan.commonName) ? 'IP' : 'DNS';
  return `[req]
distinguished_name = name
prompt = no
[name]
CN = ${plan.commonName}
[ca]
default_ca = own
[own]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
x509_extensions = extensions
[any]
commonName = supplied
[extensions]
basicConstraints = critical, CA:true
${plan.alternativeNames ? `subjectAltName = ${kind}:${plan.commonName}` : ''}
`;
}

/** `YYYYMMDDHHMMSSZ`, this many days from today. */
function stamp(days: number): string {
  return `${new Date(Date.now() + days * day).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}

function openssl(folder: string, parameters: readonly string[]): void {
  try {
    execFileSync('openssl', parameters, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error(
        'HTTPS needs the openssl program, which is not installed (Debian: apt-get install openssl).',
      );
    }
    throw new Error(`openssl could not make a certificate: ${(error as Error).message}`);
  }
}
