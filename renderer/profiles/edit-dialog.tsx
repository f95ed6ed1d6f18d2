import { useRef, useState } from 'react';
import type { Problem } from '../../contract/problem.ts';
import { addressText } from '../../contract/profile.ts';
import { isHeld } from '../../contract/session.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { ConnectionPart } from '../connection/connection-part.tsx';
import { useConnection } from '../connection/use-connection.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../parts/dialog.tsx';
import { isFieldProblem } from '../problems/field-problem.ts';
import { useFocusOnProblem } from '../problems/focus-on-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { closeDialog } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import { useAddressProbe } from './address-probe.tsx';
import { DraftFields, readDraft } from './draft-fields.tsx';
import styles from './edit-dialog.module.css';

/** The form of a profile that is in the list. */
export function EditDialog({ row }: { readonly row: Row }) {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [losesSession, setLosesSession] = useState(false);
  const { id: profileId, name, userName, address, tags, environment } = row.profile;
  const draft = { address: addressText(address), name, userName, tags, environment };
  const connection = useConnection(row.profile);
  const probe = useAddressProbe({ form, from: draft.address, profileId, lookAtOnce: false });
  useFocusOnProblem(form, problem);

  async function save(element: HTMLFormElement): Promise<void> {
    const typed = readDraft(element);
    const finding = await probe.finding(typed.address);
    if (finding === 'unseen') return;
    const proxy = new FormData(element).get('proxy');
    const inTheWay = await connection.save(typeof proxy === 'string' ? proxy : '');
    if (inTheWay !== null) {
      setProblem(inTheWay);
      return;
    }
    const result = await bridge.editProfile({ profileId, draft: typed, finding });
    if (result.ok) closeDialog();
    else setProblem(result.problem);
  }

  return (
    <Dialog title={t('forms.edit.title', { name })} onClose={closeDialog}>
      <form
        ref={form}
        noValidate
        onInput={(event) => probe.onInput(readDraft(event.currentTarget).address)}
        onBlur={probe.onBlur}
        onChange={(event) => {
          const typed = readDraft(event.currentTarget);
          const moved = typed.address.trim() !== draft.address || typed.userName.trim() !== userName;
          setLosesSession(moved && isHeld(row.session));
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void save(event.currentTarget);
        }}
      >
        <DialogBody>
          {problem === null || isFieldProblem(problem) ? null : (
            <ProblemBox problem={problem} name={name} userName={userName} />
          )}
          <DraftFields draft={draft} problem={problem} note={probe.note} />
          <ConnectionPart profile={row.profile} form={connection} address={probe.address} problem={problem} />
          {losesSession ? <p className={styles.warning}>{t('forms.edit.losesSession')}</p> : null}
        </DialogBody>
        <DialogButtons>
          <Button onPress={closeDialog}>{t('window.cancel')}</Button>
          <Button type="submit" loudness="primary">
            {t('forms.edit.save')}
          </Button>
        </DialogButtons>
      </form>
      {probe.obstacle}
    </Dialog>
  );
}
