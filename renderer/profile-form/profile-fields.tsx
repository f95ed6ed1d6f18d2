import type { ReactNode } from 'react';
import { type FormField, fieldOf } from '../../contract/core/problem.ts';
import { type Draft, environments } from '../../contract/profiles/profile.ts';
import { Select } from '../components/forms/select.tsx';
import { TextArea } from '../components/forms/text-area.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { Disclosure } from '../components/layout/disclosure.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { type FormProblems, toProblemList, useFieldProblem } from '../problems/field-problem.ts';
import styles from './profile-form.module.css';
import { TagField } from './tag-field.tsx';

interface Props {
  readonly draft: Draft | null;
  readonly problem: FormProblems;
  /** The field with the initial focus. */
  readonly start?: 'address' | 'userName' | 'notes' | undefined;
  /** Whether the fields that a server can do without are shown on demand. */
  readonly folds?: boolean;
  /** Shown below the address: the result of the probe. */
  readonly note: ReactNode;
  /** Shown below the user name: the password, if one is asked for. */
  readonly children?: ReactNode;
}

/** The fields of a profile; each shows its problem. */
export function ProfileFields(props: Props) {
  const { draft, problem, start = 'address', folds = false, note, children } = props;
  const t = useTranslate();
  const at = useFieldProblem(problem);
  const more = <OptionalFields draft={draft} problem={problem} start={start} />;
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
          readOnly={start === 'userName'}
          autoFocus={start === 'address'}
        />
        {note}
      </div>
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
      {folds ? (
        <Disclosure title={t('forms:add.more')} hint={t('forms:add.moreHint')} open={isInside(problem)}>
          {more}
        </Disclosure>
      ) : (
        more
      )}
    </>
  );
}

const optionalFields: readonly (FormField | null)[] = ['name', 'tags', 'notes'];

function isInside(problems: FormProblems): boolean {
  return toProblemList(problems).some((problem) => optionalFields.includes(fieldOf(problem)));
}

function OptionalFields({ draft, problem, start }: Pick<Props, 'draft' | 'problem' | 'start'>) {
  const t = useTranslate();
  const at = useFieldProblem(problem);
  return (
    <div className={styles.optional}>
      <TextField
        name="name"
        label={t('forms:add.name')}
        hint={t('forms:add.nameHint')}
        defaultValue={draft?.name ?? ''}
        problem={at('name')}
        autoComplete="off"
      />
      <div className={styles.pair}>
        <TagField tags={draft?.tags ?? []} problem={at('tags')} />
        <Select
          name="environment"
          label={t('forms:add.environment')}
          defaultValue={draft?.environment ?? 'none'}
          options={environments.map((value) => ({ value, label: t(`window:environment.${value}`) }))}
        />
      </div>
      <TextArea
        name="notes"
        label={t('forms:add.notes')}
        hint={t('forms:add.notesHint')}
        defaultValue={draft?.notes ?? ''}
        problem={at('notes')}
        autoFocus={start === 'notes'}
      />
    </div>
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
    notes: text('notes'),
  };
}
