import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { type CopyTemplate, maxTemplates } from '../../../contract/core/copy-format.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { bridge } from '../../bridge.ts';
import { Button, IconButton } from '../../components/buttons/button.tsx';
import lines from '../../components/layout/line-list.module.css';
import { ConfirmDialog } from '../../components/overlays/confirm-dialog.tsx';
import { Dialog, DialogBody, DialogButtons } from '../../components/overlays/dialog.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { closeDialog, openDialog, showProblem } from '../../state/view-state.ts';
import { TemplateDialog } from './template-dialog.tsx';

/** The templates of a person's own; each can be changed and removed. `of`: where the dialog was opened. */
export function TemplatesDialog({ of }: { readonly of: ProfileId | null }) {
  const t = useTranslate();
  const templates = useAppState((state) => state.templates);
  const [removed, setRemoved] = useState<CopyTemplate | null>(null);
  const [edited, setEdited] = useState<CopyTemplate | 'new' | null>(null);
  const leave = () => {
    if (of === null) closeDialog();
    else openDialog({ kind: 'copy-as', profileId: of });
  };
  if (edited !== null)
    return (
      <TemplateDialog template={edited === 'new' ? null : edited} of={of} onClose={() => setEdited(null)} />
    );

  const remove = async ({ id }: CopyTemplate) => {
    setRemoved(null);
    await showProblem(null, bridge.changeTemplates({ templates: templates.filter((one) => one.id !== id) }));
  };
  if (removed !== null)
    return (
      <ConfirmDialog
        title={t('copying:templates.removeTitle', { name: removed.name })}
        onClose={() => setRemoved(null)}
        closeLabel={t('window:cancel')}
        actions={
          <Button variant="danger" onPress={() => void remove(removed)}>
            {t('forms:remove.removeOnly')}
          </Button>
        }
      >
        <p>{t('copying:templates.removeText')}</p>
      </ConfirmDialog>
    );

  return (
    <Dialog title={t('copying:templates.title')} onClose={leave} width="medium">
      <DialogBody>
        {templates.length === 0 ? <p>{t('copying:templates.none')}</p> : null}
        <ul className={lines.list} aria-label={t('copying:templates.title')}>
          {templates.map((template) => (
            <li key={template.id} className={lines.line}>
              <span className={lines.name}>{template.name}</span>
              <IconButton
                label={t('copying:templates.editOne', { name: template.name })}
                onPress={() => setEdited(template)}
              >
                <Pencil size={16} />
              </IconButton>
              <IconButton
                label={t('copying:templates.removeOne', { name: template.name })}
                onPress={() => setRemoved(template)}
              >
                <Trash size={16} />
              </IconButton>
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogButtons
        aside={
          <Button isDisabled={templates.length >= maxTemplates} onPress={() => setEdited('new')}>
            {t('copying:templates.new')}
          </Button>
        }
      >
        <Button onPress={leave}>{t('window:close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
