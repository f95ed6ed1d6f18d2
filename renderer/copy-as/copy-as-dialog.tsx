import FileKey from 'lucide-react/icons/file-key';
import Pencil from 'lucide-react/icons/pencil';
import { useEffect, useState } from 'react';
import { type CopyFormat, formatInForce } from '../../contract/core/copy-format.ts';
import type { FormatPreview } from '../../contract/sessions/copying.ts';
import type { Row } from '../../contract/state.ts';
import { copySession } from '../actions/copy-session.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { ScrollArea } from '../components/layout/scroll-area.tsx';
import { Dialog, DialogButtons, DialogSubject } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, openDialog, showProblem } from '../state/view-state.ts';
import styles from './copy-as.module.css';
import { FormatFacts } from './format-facts.tsx';
import { FormatList } from './format-list.tsx';

/** Copies a session in one of many formats, which it shows without the token. */
export function CopyAsDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { profile } = row;
  const { id: profileId, name, userName } = profile;
  const templates = useAppState((state) => state.templates);
  const usual = formatInForce(profile.copyFormat, templates);
  const [active, setActive] = useState<CopyFormat>(usual);
  const preview = usePreviews(row).find(({ format }) => format === active)?.text ?? '';
  const copy = (format: CopyFormat) => {
    closeDialog();
    void copySession({ profileId, format });
  };
  const makeDefault = () =>
    showProblem(profileId, bridge.changeMany({ profileIds: [profileId], change: { copyFormat: active } }));
  return (
    <Dialog title={t('copying:title')} onClose={closeDialog} dismissable width="roomy">
      <DialogSubject name={name} userName={userName} />
      <div className={styles.panes}>
        <FormatList active={active} usual={usual} onMove={setActive} onCopy={copy} />
        <div className={styles.side}>
          <ScrollArea label={t('copying:preview')} className={styles.preview}>
            <pre>{preview}</pre>
          </ScrollArea>
          <FormatFacts format={active} profile={profile} hasToken={preview.includes('•')} />
        </div>
      </div>
      <DialogButtons
        aside={
          <>
            <Button
              variant="ghost"
              shrinks="late"
              icon={<Pencil />}
              title={t('copying:templates.edit')}
              onPress={() => openDialog({ kind: 'templates', of: profileId })}
            >
              {t('copying:templates.edit')}
            </Button>
            <Button
              variant="ghost"
              shrinks="early"
              icon={<FileKey />}
              title={t('live-files:open')}
              onPress={() => openDialog({ kind: 'live-files', profileId })}
            >
              {t('live-files:open')}
            </Button>
          </>
        }
      >
        <Button isDisabled={active === usual} onPress={() => void makeDefault()}>
          {t('copying:makeDefault')}
        </Button>
        <Button variant="primary" onPress={() => copy(active)}>
          {t('copying:copy')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

/** What each format looks like; nothing until main has said it. */
function usePreviews({ profile, session }: Row): readonly FormatPreview[] {
  const [previews, setPreviews] = useState<readonly FormatPreview[]>([]);
  const templates = useAppState((state) => state.templates);
  const { id: profileId } = profile;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they show depends on these.
  useEffect(() => {
    let isWanted = true;
    void bridge.readFormats({ profileId }).then((found) => {
      if (isWanted && found.ok) setPreviews(found.value);
    });
    return () => {
      isWanted = false;
    };
  }, [profileId, profile, session, templates]);
  return previews;
}
