import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import type { ClipboardNote } from '../../contract/state.ts';
import { clearClipboard } from '../actions/copy-header.ts';
import { Ring } from '../components/display/progress-ring.tsx';
import type { Say } from '../i18n/format-time.ts';
import { useWords } from '../i18n/translate.ts';
import { hintOf } from '../keyboard/platform.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import { secondsOfSession } from '../time/durations.ts';
import styles from './clipboard-status.module.css';

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
  const now = useNow(clearsAt ?? note.endsAt);
  const works = secondsOfSession(note, now);
  const leftMs = clearsAt === null ? 0 : Math.max(0, clearsAt - now);
  return (
    <>
      <ClipboardCheck size={16} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.said}>{t('window.clipboard.copied')} · </span>
        <b data-production={production || undefined}>{name}</b> · {userName}
        {works === null ? null : (
          <span className={styles.short}> · {t('window.clipboard.worksFor', { seconds: works })}</span>
        )}
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
  return (
    <div className={styles.spoken} aria-live="polite">
      {note === null ? null : (
        // A new element for each copy, so that copying the same header twice is said twice.
        <span key={note.copiedAt}>{sayCopied(t, note)}</span>
      )}
    </div>
  );
}

function sayCopied(t: Say, note: ClipboardNote): string {
  const { name, userName: user, clearsAt, copiedAt } = note;
  const works = secondsOfSession(note, copiedAt);
  if (works !== null) return t('window.clipboard.announcedShort', { name, user, seconds: works });
  if (clearsAt === null) return t('window.clipboard.announcedForGood', { name, user });
  return t('window.clipboard.announced', { name, user, seconds: Math.round((clearsAt - copiedAt) / 1_000) });
}
