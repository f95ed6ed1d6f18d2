import { basename } from 'node:path';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { WrittenFile } from '../../contract/transfer.ts';
import { type FileDialogs, filePieces, writeChosenFile } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import { savedSession } from '../sessions/saved-session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Runs, RunWork } from '../state/runs.ts';
import { type Kdf, newKdf } from '../vault/crypto/kdf.ts';
import { passphraseProblem } from '../vault/crypto/passphrase.ts';
import { type BackupEntry, backupContent } from './formats/backup.ts';
import { sealBackup } from './formats/backup-seal.ts';
import { largestMb, maxFileSize } from './formats/detect.ts';
import { ownListText } from './formats/own-list.ts';
import type { TransferSecrets } from './formats/secrets.ts';
import { listExtension } from './opened-path.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'rows'>;
  readonly secrets: Pick<TransferSecrets, 'secretsOf'>;
  readonly files: Pick<FileDialogs, 'save'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly runs: Pick<Runs, 'during'>;
  /** The cost of the passphrase of a new backup, as scrypt's N. */
  readonly kdfCost: Kdf['N'];
  readonly now: () => EpochMs;
}

/** The steps of encrypting a backup: about as long as writing its file. */
const sealSteps = filePieces;

/** Writes lists without secrets for sharing, and encrypted backups. */
export class Exporter {
  constructor(private readonly deps: Deps) {}

  /** Exports profiles without secrets to a chosen file; null if the person cancelled. A run. */
  async exportProfiles(
    ids: readonly ProfileId[],
    withPins: boolean,
  ): Promise<Result<WrittenFile | 'stopped' | null>> {
    const profiles = ids.flatMap((id) => this.deps.sessions.profile(id) ?? []);
    const path = await this.#askWhere('findface-servers', listExtension);
    if (path === null) return ok(null);
    const written = await this.deps.runs.during('export', filePieces, (run) =>
      writeShown(path, ownListText(profiles, withPins), run),
    );
    if (!written.ok) return written;
    if (written.value === 'stopped') return ok('stopped');
    this.deps.journal.note('exported', null, { profiles: profiles.length });
    return ok({ file: basename(path), profiles: profiles.length, unreadable: 0 });
  }

  /** Writes an encrypted backup of everything to a chosen file; null if the person cancelled. A run. */
  async backUp(passphrase: string): Promise<Result<WrittenFile | 'stopped' | null>> {
    const problem = passphraseProblem(passphrase);
    if (problem) return fail(problem);
    const path = await this.#askWhere('findface-backup', 'json');
    if (path === null) return ok(null);
    const all = this.#everything();
    const written = await this.deps.runs.during('back-up', sealSteps + filePieces, async (run) => {
      const sealed = await sealBackup(backupContent(all), passphrase, newKdf(this.deps.kdfCost));
      run.advance(sealSteps);
      const text = `${JSON.stringify(sealed)}\n`;
      // A file that the importer would reject is not a backup.
      if (text.length > maxFileSize) return fail({ code: 'backup-too-large', largestMb });
      return writeShown(path, text, run);
    });
    if (!written.ok) return written;
    if (written.value === 'stopped') return ok('stopped');
    this.deps.journal.note('backed-up', null, { profiles: all.length });
    const unreadable = all.filter(({ session, token }) => session !== null && token === null).length;
    return ok({ file: basename(path), profiles: all.length, unreadable });
  }

  #everything(): readonly BackupEntry[] {
    const { sessions, secrets } = this.deps;
    return sessions.rows().map(({ profile, session: live }) => {
      const session = stableSession(live);
      // A session that is in memory only here lasts in the backup.
      const facts = hasToken(session) ? savedSession({ ...session, secret: 'sealed' }) : null;
      return { profile, session: facts, ...secrets.secretsOf(profile) };
    });
  }

  /** Lists have the file type that packages register; it would show a backup with secrets as a list. */
  #askWhere(name: string, extension: typeof listExtension | 'json'): Promise<string | null> {
    const day = new Date(this.deps.now()).toISOString().slice(0, 10);
    return this.deps.files.save(`${name}-${day}.${extension}`, [
      { name: extension.toUpperCase(), extensions: [extension] },
    ]);
  }
}

function writeShown(path: string, text: string, { signal, advance }: RunWork) {
  return writeChosenFile(path, text, { signal, onPiece: () => advance(1) });
}
