import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate with its key and its chain. */
export interface Issued {
  readonly key: string;
  readonly cert: string;
  /** The certificate and its intermediates, as servers send them. */
  readonly chain: string;
}

interface Wish {
  readonly issuer?: Issued;
  readonly ca?: boolean;
  /** For example `DNS:*.example.org` or `IP:127.0.0.1`. */
  readonly names?: readonly string[];
}

/** Issues a certificate; self-signed without an issuer. */
export function issue(name: string, { issuer, ca = false, names = [] }: Wish = {}): Issued {
  const folder = mkdtempSync(join(tmpdir(), 'ffsm-authority-'));
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  try {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    writeFileSync(join(folder, 'key.pem'), key);
    const alternatives = names.length === 0 ? '' : `subjectAltName = ${names.join(',')}\n`;
    const usage = ca ? 'keyUsage = keyCertSign\n' : '';
    writeFileSync(
      join(folder, 'extensions'),
      `basicConstraints = critical, CA:${ca}\n${usage}${alternatives}`,
    );
    run('req', '-new', '-key', 'key.pem', '-subj', `/CN=${name}`, '-out', 'request.pem');
    if (issuer) {
      writeFileSync(join(folder, 'issuer.pem'), issuer.cert);
      writeFileSync(join(folder, 'issuer-key.pem'), issuer.key);
    }
    const signer = issuer ? ['-CA', 'issuer.pem', '-CAkey', 'issuer-key.pem'] : ['-signkey', 'key.pem'];
    const about = ['-in', 'request.pem', '-extfile', 'extensions', '-days', '30', '-out', 'certificate.pem'];
    run('x509', '-req', ...about, '-set_serial', String(Date.now()), ...signer);
    const cert = readFileSync(join(folder, 'certificate.pem'), 'utf8');
    return { key, cert, chain: cert + (issuer?.chain ?? '') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** SHA-256 fingerprint of a PEM certificate, 64 hexadecimal digits. */
export function printOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
}
