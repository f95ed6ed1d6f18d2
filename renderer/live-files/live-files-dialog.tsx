import { useEffect, useState } from 'react';
import { maxLiveFiles } from '../../contract/sessions/live-files.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { Dialog, DialogBody, DialogButtons, DialogSubject } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import { AddLiveFile } from './add-live-file.tsx';
import { LiveFileLine } from './live-file-line.tsx';
import styles from './live-files.module.css';

/** The live files of a profile: each with what it does, and adding one. */
export function LiveFilesDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId, name, userName } = row.profile;
  const all = useAppState((state) => state.liveFiles);
  const files = all.filter((file) => file.profileId === profileId);
  const [isAdding, setAdding] = useState(false);
  const { problem, run } = useAsyncCall();
  useEffect(() => {
    void bridge.lookAtLiveFiles({ profileId });
  }, [profileId]);
  return (
    <Dialog title={t('live-files:title')} onClose={closeDialog}>
      <DialogSubject name={name} userName={userName} />
      {isAdding || files.length === 0 ? (
        <AddLiveFile
          row={row}
          onDone={() => setAdding(false)}
          onCancel={files.length === 0 ? closeDialog : () => setAdding(false)}
        />
      ) : (
        <>
          <DialogBody>
            <FormProblem problem={problem} name={name} userName={userName} />
            <ul className={styles.list} aria-label={t('live-files:title')}>
              {files.map((file) => (
                <LiveFileLine key={file.id} file={file} run={(call) => void run(call)} />
              ))}
            </ul>
          </DialogBody>
          <DialogButtons
            aside={
              <Button isDisabled={files.length >= maxLiveFiles} onPress={() => setAdding(true)}>
                {t('live-files:addMore')}
              </Button>
            }
          >
            <Button autoFocus onPress={closeDialog}>
              {t('window:close')}
            </Button>
          </DialogButtons>
        </>
      )}
    </Dialog>
  );
}
