import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import type { ClipboardNote } from '../../contract/state.ts';
import { hintOf } from '../keyboard/platform.ts';
import { Ring } from '../parts/ring.tsx';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../state/clock.ts';
import { useWords } from '../words.ts';
import styles from './clipboard-status.module.css';
import { clearClipboard } from './copy-header.ts';

/** What of ours is on the clipboard, and for how long. */
export function ClipboardStatus() {
  const t = useWords();
  const note = useAppState((state) => state.clipboard);
  return (
    <>
      {/* The countdown would be read out each second, so this status stays silent and another one speaks once. */}
      <div className={styles.status} role="status" aria-live="off" aria-label={t('window.clipboard.label')}>
        {note === null ? null : <Note note={note} />}
      </div>
      <Announcement note={note} />
    </>
  );
}

function Note({ note }: { readonly note: ClipboardNote }) {
  const t = useWords();
  const { clearsAt, copiedAt, name, userName, production } = note;
  const now = useNow(clearsAt);
  const leftMs = clearsAt === null ? 0 : Math.max(0, clearsAt - now);
  return (
    <>
      <ClipboardCheck size={16} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.said}>{t('window.clipboard.copied')} · </span>
        <b data-production={production || undefined}>{name}</b> · {userName}
        {clearsAt === null
          ? ''
          : ` · ${t('window.clipboard.clearsIn', { seconds: Math.ceil(leftMs / 1_000) })}`}
      </span>
      {clearsAt === null ? null : <Ring part={leftMs / Math.max(1, clearsAt - copiedAt)} />}
      <button
        type="button"
        className={styles.clear}
        title={hintOf('clearClipboard')}
        onClick={() => void clearClipboard()}
      >
        {t('window.clipboard.clearNow')}
      </button>
    </>
  );
}

/** Says once, politely, what was copied. */
function Announcement({ note }: { readonly note: ClipboardNote | null }) {
  const t = useWords();
  const seconds = note?.clearsAt == null ? null : Math.round((note.clearsAt - note.copiedAt) / 1_000);
  return (
    <div className={styles.spoken} aria-live="polite">
      {note === null ? null : (
        // A new element for each copy, so that copying the same header twice is said twice.
        <span key={note.copiedAt}>
          {seconds === null
            ? t('window.clipboard.announcedForGood', { name: note.name, user: note.userName })
            : t('window.clipboard.announced', { name: note.name, user: note.userName, seconds })}
        </span>
      )}
    </div>
  );
}
