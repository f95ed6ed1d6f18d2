import { basename } from 'node:path';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ClientCertificateFile } from '../../contract/profiles/connection.ts';
import type { ClientCertificate } from '../../contract/profiles/profile.ts';
import { type FileDialogs, readChosenFile } from '../files/chosen-file.ts';
import type { LiveState } from '../state/live-state.ts';
import type { ReadClientCertificate } from './read-client-certificate.ts';

interface Deps {
  readonly files: Pick<FileDialogs, 'open'>;
  readonly live: Pick<LiveState, 'watch'>;
  readonly now: () => EpochMs;
}

const kinds = [{ name: 'PKCS#12, PEM', extensions: ['p12', 'pfx', 'pem', 'crt', 'cer', 'key'] }];

/** Lets a person choose a file with a client certificate; its key stays here until a profile takes it. */
export class ClientCertificates {
  /** A file that opens only with its password. */
  #sealed: Uint8Array | null = null;
  #offered: ReadClientCertificate | null = null;
  #locks = 0;

  constructor(private readonly deps: Deps) {
    deps.live.watch(({ lock }) => {
      if (lock?.kind !== 'locked') return;
      this.#locks += 1;
      // SECURITY: a lock leaves no key in memory (0011, 0044).
      this.drop();
    });
  }

  /** Lets a person choose a file; null if cancelled. */
  async choose(): Promise<Result<ClientCertificateFile | null>> {
    const path = await this.deps.files.open(kinds);
    if (path === null) return ok(null);
    this.drop();
    const { maxClientCertificateMb: megabytes } = await import('./read-client-certificate.ts');
    const file = await readChosenFile(path, megabytes * 1_000_000);
    if (file.kind === 'too-large') return fail({ code: 'client-certificate-file-too-large', megabytes });
    if (file.kind === 'io-error') return fail({ code: 'client-certificate-file-unreadable' });
    const certificate = await this.#read(file.bytes, null);
    return certificate.ok ? ok({ file: basename(path), certificate: certificate.value }) : certificate;
  }

  /** Opens the chosen file with its password. */
  async open(password: string): Promise<Result<ClientCertificate>> {
    if (this.#sealed === null) return fail({ code: 'client-certificate-not-chosen' });
    const read = await this.#read(this.#sealed, password);
    if (!read.ok) return read;
    return read.value === null ? fail({ code: 'client-certificate-password-wrong' }) : ok(read.value);
  }

  /** The certificate and key of the chosen file. */
  offered(fingerprint: string): Result<ReadClientCertificate> {
    // SECURITY: only a certificate from a file that a person chose is used, not one that the page names (0044).
    const offered = this.#offered;
    if (offered?.certificate.fingerprint !== fingerprint)
      return fail({ code: 'client-certificate-not-chosen' });
    return ok(offered);
  }

  /** Forgets the chosen file and its key. */
  drop(): void {
    this.#sealed = null;
    this.#offered = null;
  }

  /** Null: it opens only with its password. */
  async #read(bytes: Uint8Array, password: string | null): Promise<Result<ClientCertificate | null>> {
    const locks = this.#locks;
    const { readClientCertificate } = await import('./read-client-certificate.ts');
    const read = await readClientCertificate(bytes, password, this.deps.now());
    if (locks !== this.#locks) return fail({ code: 'locked' });
    if (!read.ok) return read;
    if (read.value === 'needs-password') {
      this.#sealed = bytes;
      return ok(null);
    }
    this.#sealed = null;
    this.#offered = read.value;
    return ok(read.value.certificate);
  }
}
