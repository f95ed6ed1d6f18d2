import type { ReactNode } from 'react';
import { type Draft, environments } from '../../contract/profiles/profile.ts';
import { Select } from '../components/forms/select.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { type FormProblems, useFieldProblem } from '../problems/field-problem.ts';
import styles from './profile-form.module.css';

interface Props {
  readonly draft: Draft | null;
  readonly problem: FormProblems;
  /** The field with the initial focus. */
  readonly start?: 'address' | 'userName';
  /** Shown below the address: the result of the probe. */
  readonly note: ReactNode;
  /** Shown below the user name: the password, if one is asked for. */
  readonly children?: ReactNode;
}

/** The fields of a profile; each shows its problem. */
export function ProfileFields({ draft, problem, start = 'address', note, children }: Props) {
  const t = useTranslate();
  const at = useFieldProblem(problem);
  return (
    <>
      <div>
        <TextField
          name="address"
          label={t('forms:add.address')}
          placeholder={t('forms:add.addressExample')}
          defaultValue={draft?.address ?? ''}
          problem={at('address')}
          autoComplete="url"
          spellCheck={false}
          readOnly={start !== 'address'}
          autoFocus={start === 'address'}
        />
        {note}
      </div>
      <TextField
        name="name"
        label={t('forms:add.name')}
        hint={t('forms:add.nameHint')}
        defaultValue={draft?.name ?? ''}
        problem={at('name')}
        autoComplete="off"
      />
      <TextField
        name="userName"
        label={t('forms:add.userName')}
        defaultValue={draft?.userName ?? ''}
        problem={at('userName')}
        autoComplete="username"
        spellCheck={false}
        autoFocus={start === 'userName'}
      />
      {children}
      <div className={styles.pair}>
        <TextField
          name="tags"
          label={t('forms:add.tags')}
          hint={t('forms:add.tagsHint')}
          defaultValue={draft?.tags.join(', ') ?? ''}
          problem={at('tags')}
          autoComplete="off"
        />
        <Select
          name="environment"
          label={t('forms:add.environment')}
          defaultValue={draft?.environment ?? 'none'}
          options={environments.map((value) => ({ value, label: t(`window:environment.${value}`) }))}
        />
      </div>
    </>
  );
}

/** The values of the fields. */
export function readDraft(form: HTMLFormElement): Draft {
  const typed = new FormData(form);
  const text = (name: string): string => String(typed.get(name) ?? '');
  const tags = text('tags').split(',');
  return {
    address: text('address'),
    name: text('name'),
    userName: text('userName'),
    tags: tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
    environment: environments.find((environment) => environment === text('environment')) ?? 'none',
  };
}
