import FileKey from 'lucide-react/icons/file-key';
import { bridge } from '../bridge.ts';
import { PlainButton } from '../components/buttons/button.tsx';
import styles from '../components/display/status-entry.module.css';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog, showProblem } from '../state/view-state.ts';

/** The live files, with a button that removes them. */
export function LiveFilesStatus() {
  const t = useTranslate();
  const files = useAppState((state) => state.liveFiles);
  const [first] = files;
  const name = useAppState(
    ({ rows }) => rows.find(({ profile }) => profile.id === first?.profileId)?.profile.name ?? '',
  );
  if (first === undefined) return null;
  const isOne = files.length === 1;
  const removeAll = () => {
    for (const { id, profileId } of files) void showProblem(profileId, bridge.removeLiveFile({ fileId: id }));
  };
  return (
    <div className={styles.status}>
      <PlainButton
        className={styles.words}
        onPress={() => openDialog({ kind: 'live-files', profileId: first.profileId })}
      >
        <FileKey size={16} />
        <span className={styles.text}>
          {isOne ? t('live-files:one', { name }) : t('live-files:several', { count: files.length })}
        </span>
      </PlainButton>
      <PlainButton className={styles.stop} onPress={removeAll}>
        {t(isOne ? 'live-files:stop' : 'live-files:stopAll')}
      </PlainButton>
    </div>
  );
}
