import type { BlockedDevice } from '../../../contract/sessions/remote-sessions.ts';
import type { Row } from '../../../contract/state.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons/button.tsx';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { useAsyncCall } from '../../components/hooks/use-async-call.ts';
import { ConfirmDialog } from '../../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { ProblemBox } from '../../problems/problem-box.tsx';
import { shortDeviceId } from '../session/session-list.ts';

interface Props {
  readonly row: Row;
  readonly device: BlockedDevice;
  readonly onClose: (sent: boolean) => void;
}

/** Confirms unblocking a device. */
export function UnblockDialog({ row, device, onClose }: Props) {
  const t = useTranslate();
  const { busy, problem, run } = useAsyncCall();
  const { id: profileId, name, userName } = row.profile;
  const unblock = async () => {
    if ((await run(bridge.unblockDevice({ profileId, blockId: device.blockId }))).ok) onClose(true);
  };
  return (
    <ConfirmDialog
      title={t('sessions:blocked.unblockTitle')}
      onClose={() => onClose(false)}
      closeLabel={t('window:cancel')}
      actions={
        <Button variant="primary" isPending={busy} onPress={() => void unblock()}>
          {t('sessions:blocked.unblock')}
        </Button>
      }
    >
      {problem === null ? null : <ProblemBox problem={problem} name={name} userName={userName} />}
      <p>{t('sessions:blocked.unblockText', { name })}</p>
      <DescriptionList>
        <DescriptionItem term={t('sessions:blocking.device')}>
          {shortDeviceId(device.deviceId)}
        </DescriptionItem>
        <DescriptionItem term={t('sessions:blocking.reason')}>{device.reason}</DescriptionItem>
      </DescriptionList>
    </ConfirmDialog>
  );
}
