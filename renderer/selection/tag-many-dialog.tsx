import { useRef, useState } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useFieldProblem } from '../problems/field-problem.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, closeDialogOfKind } from '../state/view-state.ts';
import { countTags } from './count-tags.ts';
import styles from './tag-many-dialog.module.css';

/** Adds tags to the ticked servers, and takes away those they have. */
export function TagManyDialog({ profileIds }: { readonly profileIds: readonly ProfileId[] }) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const allRows = useAppState((state) => state.rows);
  const language = useAppState((state) => state.language);
  const ids = new Set(profileIds);
  const rows = allRows.filter(({ profile }) => ids.has(profile.id));
  const counts = countTags(rows, language);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { busy, problem, run } = useAsyncCall();
  const at = useFieldProblem(problem);
  useFormFocus(form, problem);

  async function save(element: HTMLFormElement): Promise<void> {
    const typed = String(new FormData(element).get('tags') ?? '').split(',');
    const tagsThat = (are: boolean) => [...chosen].flatMap(([tag, on]) => (on === are ? [tag] : []));
    const addTags = [...typed.map((tag) => tag.trim()).filter((tag) => tag !== ''), ...tagsThat(true)];
    const change = { addTags, removeTags: tagsThat(false) };
    const isNothing = addTags.length === 0 && change.removeTags.length === 0;
    if (isNothing || (await run(bridge.changeMany({ profileIds, change }))).ok) closeDialogOfKind('tag-many');
  }

  return (
    <Dialog title={t('forms:tagMany.title', { count: rows.length })} onClose={closeDialog}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={(element) => void save(element)}
        submit={{ label: t('forms:tagMany.save') }}
        buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} />
        <TextField
          name="tags"
          label={t('forms:tagMany.add')}
          hint={t('forms:add.tagsHint')}
          problem={at('tags')}
          autoComplete="off"
          autoFocus
        />
        {counts.length === 0 ? null : (
          <fieldset className={styles.present}>
            <legend>{t('forms:tagMany.present')}</legend>
            <ul className={styles.tags}>
              {counts.map(([tag, count]) => (
                <li key={tag}>
                  <Checkbox
                    label={tag}
                    hint={
                      count === rows.length
                        ? t('forms:tagMany.all', { count })
                        : t('forms:tagMany.some', { some: count, all: rows.length })
                    }
                    checked={chosen.get(tag) ?? count === rows.length}
                    isMixed={!chosen.has(tag) && count < rows.length}
                    onChange={(event) => setChosen(new Map(chosen).set(tag, event.target.checked))}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        )}
      </DialogForm>
    </Dialog>
  );
}
