import { useRef, useState } from 'react';
import { formatMoment } from '../../contract/i18n/format-time.ts';
import {
  type Gateway,
  type GatewayAccess,
  gatewayAccesses,
  gatewayMinutes,
  maxGatewayPath,
} from '../../contract/sessions/gateway.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Select } from '../components/forms/select.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog, DialogBody, DialogButtons, DialogSubject } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useFieldProblem } from '../problems/field-problem.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, closeDialogOfKind } from '../state/view-state.ts';

/** Opens the gateway of a profile, or shows the open one. */
export function GatewayDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id, name, userName } = row.profile;
  const open = useAppState(({ gateways }) => gateways.find(({ profileId }) => profileId === id));
  return (
    <Dialog title={t('gateway:title')} onClose={closeDialog}>
      <DialogSubject name={name} userName={userName} />
      {open === undefined ? <OpeningForm row={row} /> : <OpenGateway row={row} gateway={open} />}
    </Dialog>
  );
}

function OpeningForm({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId, name, userName } = row.profile;
  const { busy, problem, run } = useAsyncCall();
  const form = useRef<HTMLFormElement>(null);
  useFormFocus(form, problem);
  const at = useFieldProblem(problem);
  const [minutes, setMinutes] = useState<string>(String(gatewayMinutes[1]));
  const [access, setAccess] = useState<GatewayAccess>('read');

  async function open(sent: HTMLFormElement): Promise<void> {
    const path = String(new FormData(sent).get('path') ?? '');
    const chosen = gatewayMinutes.find((each) => String(each) === minutes) ?? gatewayMinutes[1];
    const opened = await run(bridge.openGateway({ profileId, minutes: chosen, access, path }));
    if (opened.ok && opened.value) closeDialogOfKind('gateway');
  }

  return (
    <DialogForm
      form={form}
      busy={busy}
      onSubmit={(sent) => void open(sent)}
      submit={{ label: t('gateway:start') }}
      buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
    >
      <FormProblem problem={problem} name={name} userName={userName} />
      <p>{t('gateway:about')}</p>
      <Select
        autoFocus
        label={t('gateway:duration')}
        value={minutes}
        options={gatewayMinutes.map((each) => ({ value: String(each), label: t(`gateway:minutes.${each}`) }))}
        onChange={setMinutes}
      />
      <Select
        label={t('gateway:access')}
        value={access}
        options={gatewayAccesses.map((value) => ({ value, label: t(`gateway:accesses.${value}`) }))}
        onChange={setAccess}
      />
      <TextField
        name="path"
        label={t('gateway:path')}
        hint={t('gateway:pathHint')}
        problem={at('path')}
        maxLength={maxGatewayPath}
        spellCheck={false}
      />
    </DialogForm>
  );
}

function OpenGateway({ row, gateway }: { readonly row: Row; readonly gateway: Gateway }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { id: profileId, name, userName } = row.profile;
  const { busy, problem, run } = useAsyncCall();
  const { access, path, requests, endsAt } = gateway;
  const limits = [
    t(`gateway:limits.${access}`),
    ...(path === '/' ? [] : [t('gateway:below', { path })]),
    t('gateway:requests', { count: requests }),
  ];
  const copy = async () => {
    if ((await run(bridge.copyGatewayAddress({ profileId }))).ok) closeDialogOfKind('gateway');
  };
  const close = async () => {
    if ((await run(bridge.closeGateway({ profileId }))).ok) closeDialogOfKind('gateway');
  };
  return (
    <>
      <DialogBody>
        <FormProblem problem={problem} name={name} userName={userName} />
        <p>{t('gateway:isOpen', { name, moment: formatMoment(t, language, endsAt, Date.now()) })}</p>
        <p>{limits.join(' · ')}</p>
      </DialogBody>
      <DialogButtons aside={<Button onPress={() => void close()}>{t('gateway:stop')}</Button>}>
        <Button onPress={closeDialog}>{t('window:close')}</Button>
        <Button variant="primary" autoFocus isPending={busy} onPress={() => void copy()}>
          {t('gateway:copyAddress')}
        </Button>
      </DialogButtons>
    </>
  );
}
