import { useRef, useState } from 'react';
import {
  type LiveFileFormat,
  type LiveFileKind,
  liveFileFormats,
  liveFileKinds,
} from '../../contract/sessions/live-files.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Select } from '../components/forms/select.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { isWindows } from '../keyboard/platform.ts';
import { FormProblem } from '../problems/form-problem.tsx';

interface Props {
  readonly row: Row;
  /** Called once a file was added. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Windows has no named pipes in folders. */
const kinds = isWindows ? (['file'] as const) : liveFileKinds;

/** Adds a live file; its place is chosen in a dialog of the system. */
export function AddLiveFile({ row, onDone, onCancel }: Props) {
  const t = useTranslate();
  const { id: profileId, name, userName } = row.profile;
  const { busy, problem, run } = useAsyncCall();
  const form = useRef<HTMLFormElement>(null);
  useFormFocus(form, problem);
  const [kind, setKind] = useState<LiveFileKind>(kinds[0]);
  const [format, setFormat] = useState<LiveFileFormat>('env');

  async function add(): Promise<void> {
    const added = await run(bridge.addLiveFile({ profileId, kind, format }));
    if (added.ok && added.value) onDone();
  }

  return (
    <DialogForm
      form={form}
      busy={busy}
      onSubmit={() => void add()}
      submit={{ label: t('live-files:choosePlace') }}
      buttons={<Button onPress={onCancel}>{t('window:cancel')}</Button>}
    >
      <FormProblem problem={problem} name={name} userName={userName} />
      <p>{t('live-files:about')}</p>
      <Select
        autoFocus
        label={t('live-files:format')}
        value={format}
        options={liveFileFormats.map((value) => ({ value, label: t(`copying:formats.${value}`) }))}
        onChange={setFormat}
      />
      <Select
        label={t('live-files:kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`live-files:kinds.${value}`) }))}
        hint={t(`live-files:kindHints.${kind}`)}
        onChange={setKind}
      />
    </DialogForm>
  );
}
