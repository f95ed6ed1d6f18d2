import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../state/clock.ts';
import { clearClipboard } from './copy-header.ts';

/** What of ours is on the clipboard, and for how long. */
export function ClipboardStatus() {
  const { t } = useTranslation();
  const note = useAppState((state) => state.clipboard);
  const now = useNow(note?.clearsAt ?? null);
  const seconds = note?.clearsAt == null ? null : Math.max(0, Math.ceil((note.clearsAt - now) / 1_000));
  return (
    <div role="status" aria-live="off" aria-label={t('window.clipboard.label')}>
      {note === null ? null : (
        <>
          {t('window.clipboard.copied')} · <b>{note.name}</b> · {note.userName}
          {seconds === null ? null : ` · ${t('window.clipboard.clearsIn', { seconds })}`}
          <Button loudness="plain" onPress={() => void clearClipboard()}>
            {t('window.clipboard.clearNow')}
          </Button>
        </>
      )}
    </div>
  );
}
