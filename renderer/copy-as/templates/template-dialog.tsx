import { useEffect, useRef, useState } from 'react';
import {
  type CopyTemplate,
  isTemplateId,
  maxTemplateName,
  maxTemplateText,
  placeholders,
  type TemplateId,
} from '../../../contract/core/copy-format.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons/button.tsx';
import { TextArea } from '../../components/forms/text-area.tsx';
import { TextField } from '../../components/forms/text-field.tsx';
import { useAsyncCall } from '../../components/hooks/use-async-call.ts';
import { Dialog } from '../../components/overlays/dialog.tsx';
import { DialogForm } from '../../components/overlays/dialog-form.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { FormProblem } from '../../problems/form-problem.tsx';
import { useAppState, useRow } from '../../state/app-state.ts';
import { useViewState } from '../../state/view-state.ts';
import styles from './templates.module.css';

interface Props {
  /** Null: a new one. */
  readonly template: CopyTemplate | null;
  /** The profile for which it is shown; null: the selected one. */
  readonly of: ProfileId | null;
  readonly onClose: () => void;
}

type Missing = 'nameMissing' | 'nameTaken' | 'textMissing';

/** The form of a template, with what it makes of a server. */
export function TemplateDialog({ template, of, onClose }: Props) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const templates = useAppState((state) => state.templates);
  const selectedId = useViewState((state) => state.selectedId);
  const first = useAppState(({ rows }) => rows[0]);
  const row = useRow(of ?? selectedId) ?? first;
  const [text, setText] = useState(template?.text ?? '');
  const [missing, setMissing] = useState<Missing | null>(null);
  const preview = usePreview(row?.profile.id ?? null, text);
  const { busy, problem, run } = useAsyncCall();

  async function save(element: HTMLFormElement): Promise<void> {
    const name = String(new FormData(element).get('name') ?? '').trim();
    const others = templates.filter(({ id }) => id !== template?.id);
    const wrong =
      name === ''
        ? 'nameMissing'
        : others.some((other) => other.name.toLowerCase() === name.toLowerCase())
          ? 'nameTaken'
          : text.trim() === ''
            ? 'textMissing'
            : null;
    setMissing(wrong);
    if (wrong !== null) {
      element.querySelector<HTMLElement>(wrong === 'textMissing' ? 'textarea' : 'input')?.focus();
      return;
    }
    const saved = { id: template?.id ?? newId(), name, text };
    const all =
      template === null ? [...templates, saved] : templates.map((one) => (one.id === saved.id ? saved : one));
    if ((await run(bridge.changeTemplates({ templates: all }))).ok) onClose();
  }

  const atName =
    missing === 'nameMissing' || missing === 'nameTaken' ? t(`copying:templates.${missing}`) : undefined;
  return (
    <Dialog
      title={t(template === null ? 'copying:templates.new' : 'copying:templates.change')}
      onClose={onClose}
      width="large"
    >
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={(element) => void save(element)}
        submit={{ label: t('copying:templates.save') }}
        buttons={<Button onPress={onClose}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} />
        <TextField
          name="name"
          label={t('copying:templates.name')}
          defaultValue={template?.name}
          problem={atName}
          maxLength={maxTemplateName}
          autoComplete="off"
          autoFocus
        />
        <TextArea
          name="text"
          label={t('copying:templates.text')}
          hint={t('copying:templates.placeholders', {
            list: placeholders.map((one) => `{${one}}`).join(' '),
          })}
          problem={missing === 'textMissing' ? t('copying:templates.textMissing') : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={maxTemplateText}
          rows={6}
          spellCheck={false}
        />
        {row === undefined ? null : (
          <figure className={styles.preview}>
            <figcaption>{t('copying:templates.previewOf', { name: row.profile.name })}</figcaption>
            <pre>{preview}</pre>
          </figure>
        )}
      </DialogForm>
    </Dialog>
  );
}

/** What main makes of the text for a profile, without the token. */
function usePreview(profileId: ProfileId | null, text: string): string {
  const [preview, setPreview] = useState('');
  useEffect(() => {
    let isWanted = true;
    if (profileId !== null)
      void bridge.previewTemplate({ profileId, text }).then((made) => {
        if (isWanted && made.ok) setPreview(made.value);
      });
    return () => {
      isWanted = false;
    };
  }, [profileId, text]);
  return preview;
}

function newId(): TemplateId {
  const id = `template-${crypto.randomUUID().slice(0, 8)}`;
  if (!isTemplateId(id)) throw new Error('Not a template ID');
  return id;
}
