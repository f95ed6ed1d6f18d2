import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import { sessionSecondsLeft } from '../../contract/core/durations.ts';
import type { ClipboardNote } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { clearClipboard } from '../actions/copy-session.ts';
import { ProgressRing } from '../components/display/progress-ring.tsx';
import { formatTitle } from '../i18n/format-names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel } from '../keyboard/platform.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import styles from './clipboard-status.module.css';

/** Which of our headers is on the clipboard, and for how long. */
export function ClipboardStatus() {
  const t = useTranslate();
  const note = useAppState((state) => state.clipboard);
  return (
    <>
      {/* The countdown would be read out every second, so this status is silent and a live region announces the copy once. */}
      <div className={styles.status} role="status" aria-live="off" aria-label={t('window:clipboard.label')}>
        {note === null ? null : <CopiedHeader note={note} />}
      </div>
      <LiveRegion note={note} />
    </>
  );
}

function CopiedHeader({ note }: { readonly note: ClipboardNote }) {
  const t = useTranslate();
  const { copiedAt, name, userName, production, overdue } = note;
  const clearsAt = overdue ? null : note.clearsAt;
  const now = useNow(clearsAt ?? note.endsAt);
  const works = sessionSecondsLeft(note, now);
  const shortcut = useShortcutLabel();
  const leftMs = clearsAt === null ? 0 : Math.max(0, clearsAt - now);
  return (
    <>
      <ClipboardCheck size={16} className={styles.icon} />
      <span className={styles.words} title={overdue ? t('window:clipboard.overdue') : undefined}>
        <span className={styles.said}>{describeFormat(t, note)} · </span>
        <b data-production={production || undefined}>{name}</b> · {userName}
        {works === null ? null : (
          <span className={styles.short}> · {t('window:clipboard.worksFor', { seconds: works })}</span>
        )}
        {clearsAt === null
          ? ''
          : ` · ${t('window:clipboard.clearsIn', { seconds: Math.ceil(leftMs / 1_000) })}`}
        {overdue ? ` · ${t('window:clipboard.overdue')}` : ''}
      </span>
      {clearsAt === null ? null : <ProgressRing fraction={leftMs / Math.max(1, clearsAt - copiedAt)} />}
      <button
        type="button"
        className={styles.clear}
        title={shortcut('clearClipboard')}
        onClick={() => void clearClipboard()}
      >
        {t('window:clipboard.clearNow')}
      </button>
    </>
  );
}

/** Announces once what was copied. */
function LiveRegion({ note }: { readonly note: ClipboardNote | null }) {
  const t = useTranslate();
  return (
    <div className="unseen" aria-live="polite">
      {note === null ? null : (
        // A new element for each copy, so that a repeated copy is announced again.
        <span key={note.copiedAt}>{describeCopied(t, note)}</span>
      )}
    </div>
  );
}

function describeCopied(t: Translate, note: ClipboardNote): string {
  const { name, userName: user, clearsAt, copiedAt } = note;
  const works = sessionSecondsLeft(note, copiedAt);
  const facts = { what: describeFormat(t, note), name, user };
  if (works !== null) return t('window:clipboard.announcedShort', { ...facts, seconds: works });
  if (clearsAt === null) return t('window:clipboard.announcedForGood', facts);
  return t('window:clipboard.announced', { ...facts, seconds: Math.round((clearsAt - copiedAt) / 1_000) });
}

function describeFormat(t: Translate, { format }: ClipboardNote): string {
  if (format === 'gateway') return t('gateway:copied');
  if (format === 'header') return t('window:clipboard.copied');
  const { templates } = useAppState.getState();
  return t('copying:copied', { format: formatTitle(t, format, templates) });
}
