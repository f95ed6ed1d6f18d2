import { type KeyboardEvent, useRef, useState } from 'react';
import type { Result } from '../../../contract/core/result.ts';
import type { EpochMs } from '../../../contract/core/time.ts';
import { maxReasonLength } from '../../../contract/sessions/remote-sessions.ts';
import type { Row } from '../../../contract/state.ts';
import { Button } from '../../components/buttons/button.tsx';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { TextField } from '../../components/forms/text-field.tsx';
import { useAsyncCall } from '../../components/hooks/use-async-call.ts';
import { useFormFocus } from '../../components/hooks/use-form-focus.ts';
import { Dialog } from '../../components/overlays/dialog.tsx';
import { DialogForm } from '../../components/overlays/dialog-form.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { FormProblem } from '../../problems/form-problem.tsx';
import { useAppState } from '../../state/app-state.ts';
import { formatTypedDay, movedDay, readTypedDay } from './typed-day.ts';

interface Props {
  readonly title: string;
  readonly device: string;
  readonly row: Row;
  /** The present values, when a block is changed. */
  readonly before?: { readonly reason: string; readonly until: EpochMs | null };
  readonly send: (reason: string, until: EpochMs | null) => Promise<Result>;
  readonly onClose: (sent: boolean) => void;
}

/** Asks for reason and end of a block, and explains its effect. */
export function BlockDialog({ title, device, row, before, send, onClose }: Props) {
  const t = useTranslate();
  const { busy, problem, run } = useAsyncCall();
  const { name, userName } = row.profile;
  const language = useAppState((state) => state.language);
  const form = useRef<HTMLFormElement>(null);
  // A new object each time, so that the field gets the focus again.
  const [mistake, setMistake] = useState<{ readonly wrong: 'malformed' | 'past' } | null>(null);
  useFormFocus(form, mistake);
  const pattern = t('sessions:blocking.untilPattern');

  async function submit(fields: FormData): Promise<void> {
    const reason = String(fields.get('reason') ?? '');
    const typed = String(fields.get('until') ?? '').trim();
    const until = readTypedDay(language, typed);
    const wrong = typed === '' ? null : mistakeOf(until);
    setMistake(wrong && { wrong });
    if (wrong === null && (await run(send(reason, until))).ok) onClose(true);
  }

  function moveDay(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const field = event.currentTarget;
    field.value = movedDay(language, field.value, event.key === 'ArrowUp' ? 1 : -1, Date.now());
  }

  return (
    <Dialog title={title} onClose={() => onClose(false)}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={(element) => void submit(new FormData(element))}
        submit={{
          label: t(before === undefined ? 'sessions:blocking.submit' : 'sessions:blocking.save'),
          variant: before === undefined ? 'danger' : 'primary',
        }}
        buttons={<Button onPress={() => onClose(false)}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} name={name} userName={userName} />
        <p>{t('sessions:blocking.text')}</p>
        <DescriptionList>
          <DescriptionItem term={t('sessions:blocking.device')}>{device}</DescriptionItem>
        </DescriptionList>
        <TextField
          label={t('sessions:blocking.reason')}
          hint={t('sessions:blocking.reasonHint')}
          name="reason"
          required
          autoFocus
          autoComplete="off"
          maxLength={maxReasonLength}
          defaultValue={before?.reason ?? ''}
        />
        <TextField
          label={t('sessions:blocking.until')}
          hint={t('sessions:blocking.untilHint')}
          name="until"
          placeholder={pattern}
          autoComplete="off"
          spellCheck={false}
          problem={
            mistake === null
              ? undefined
              : mistake.wrong === 'past'
                ? t('problems:block-end-not-ahead.text')
                : t('sessions:blocking.untilMalformed', { pattern })
          }
          defaultValue={before?.until == null ? '' : formatTypedDay(language, before.until)}
          onKeyDown={moveDay}
        />
      </DialogForm>
    </Dialog>
  );
}

function mistakeOf(until: EpochMs | null): 'malformed' | 'past' | null {
  if (until === null) return 'malformed';
  return until < Date.now() ? 'past' : null;
}
