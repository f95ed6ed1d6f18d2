import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button, IconButton } from '../components/buttons/button.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import lines from '../components/layout/line-list.module.css';
import { useTranslate } from '../i18n/translate.ts';
import { useFieldProblem } from '../problems/field-problem.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { setViewState, useViewState } from '../state/view-state.ts';
import styles from './tags-dialog.module.css';

/** What is being done with a tag. */
export type TagEdit = 'rename' | 'remove';

interface Props {
  readonly tag: string;
  /** How many servers have it. */
  readonly count: number;
  /** All tags with the number of their servers. */
  readonly counts: readonly (readonly [string, number])[];
  /** What is being done with it; null: nothing. */
  readonly edit: TagEdit | null;
  readonly onEdit: (kind: TagEdit) => void;
  /** Called with the tag that it is called now; null if it is gone. */
  readonly onEnd: (tag: string | null) => void;
}

/** A tag with its buttons, or what is being done with it. */
export function TagLine(props: Props) {
  const { tag, count, edit, onEdit } = props;
  const t = useTranslate();
  if (edit === 'rename') return <RenameTag {...props} />;
  if (edit === 'remove') return <RemoveTag {...props} />;
  return (
    <li className={lines.line} data-tag={tag}>
      <span className={lines.name}>{tag}</span>
      <span className={styles.count}>{t('forms:tags.servers', { count })}</span>
      <IconButton label={t('forms:tags.rename', { tag })} onPress={() => onEdit('rename')}>
        <Pencil size={16} />
      </IconButton>
      <IconButton label={t('forms:tags.remove', { tag })} onPress={() => onEdit('remove')}>
        <Trash size={16} />
      </IconButton>
    </li>
  );
}

function RenameTag({ tag, counts, onEnd }: Props) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(tag);
  const { busy, problem, run } = useAsyncCall();
  const at = useFieldProblem(problem);
  useFormFocus(form, problem);
  // A comma would make two tags of it in the form of a server.
  const wanted = typed.replaceAll(',', ' ').trim();
  const same = counts.find(([other]) => other !== tag && other.toLowerCase() === wanted.toLowerCase());

  async function rename(): Promise<void> {
    if (wanted === '' || wanted === tag) return onEnd(tag);
    const [to] = same ?? [wanted];
    if (!(await run(bridge.renameTag({ from: tag, to }))).ok) return;
    followTag(tag, to);
    onEnd(to);
  }

  return (
    <Editing onEnd={() => onEnd(tag)}>
      <form
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void rename();
        }}
      >
        <FormProblem problem={problem} />
        <TextField
          name="tags"
          label={t('forms:tags.newName')}
          hint={same && t('forms:tags.merges', { tag: same[0], count: same[1] })}
          problem={at('tags')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          autoComplete="off"
          autoFocus
        />
        <div className={styles.buttons}>
          <Button onPress={() => onEnd(tag)}>{t('window:cancel')}</Button>
          <Button type="submit" variant="primary" isPending={busy}>
            {t(same ? 'forms:tags.merge' : 'forms:tags.save')}
          </Button>
        </div>
      </form>
    </Editing>
  );
}

function RemoveTag({ tag, count, onEnd }: Props) {
  const t = useTranslate();
  const { busy, problem, run } = useAsyncCall();

  async function remove(): Promise<void> {
    if (!(await run(bridge.renameTag({ from: tag, to: null }))).ok) return;
    followTag(tag, null);
    onEnd(null);
  }

  return (
    <Editing onEnd={() => onEnd(tag)}>
      <div className={styles.form}>
        <FormProblem problem={problem} />
        <p>{t('forms:tags.removeText', { tag, count })}</p>
        <div className={styles.buttons}>
          <Button autoFocus onPress={() => onEnd(tag)}>
            {t('window:cancel')}
          </Button>
          <Button variant="danger" isPending={busy} onPress={() => void remove()}>
            {t('forms:remove.removeOnly')}
          </Button>
        </div>
      </div>
    </Editing>
  );
}

/** The place of a tag that is being changed; Esc ends that. */
function Editing({ onEnd, children }: { readonly onEnd: () => void; readonly children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // The next one closes the dialog.
    event.stopPropagation();
    onEnd();
  };
  return (
    <li className={styles.editing} onKeyDown={onKeyDown}>
      {children}
    </li>
  );
}

/** The list goes on showing the servers of a tag that it shows. */
function followTag(from: string, to: string | null): void {
  if (useViewState.getState().view === `tag:${from}`)
    setViewState({ view: to === null ? 'all' : `tag:${to}` });
}
