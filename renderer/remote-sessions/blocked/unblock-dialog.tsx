import type { BlockedDevice } from '../../../contract/sessions/remote-sessions.ts';
import type { Row } from '../../../contract/state.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons/button.tsx';
import { Fact, FactList } from '../../components/display/description-list.tsx';
import { useCall } from '../../components/hooks/use-async-call.ts';
import { Dialog, DialogBody, DialogButtons } from '../../components/overlays/dialog.tsx';
import { useWords } from '../../i18n/translate.ts';
import { ProblemBox } from '../../problems/problem-box.tsx';
import { shortDeviceId } from '../session/session-list.ts';

interface Props {
  readonly row: Row;
  readonly device: BlockedDevice;
  readonly onClose: (sent: boolean) => void;
}

/** Asks before a device may log in again. */
export function UnblockDialog({ row, device, onClose }: Props) {
  const t = useWords();
  const { busy, problem, wait } = useCall();
  const { id: profileId, name, userName } = row.profile;
  const unblock = async () => {
    if (await wait(bridge.unblockDevice({ profileId, blockId: device.blockId }))) onClose(true);
  };
  return (
    <Dialog title={t('remote.blocked.unblockTitle')} onClose={() => onClose(false)} width="small">
      <DialogBody>
        {problem === null ? null : <ProblemBox problem={problem} name={name} userName={userName} />}
        <p>{t('remote.blocked.unblockText', { name })}</p>
        <FactList>
          <Fact term={t('remote.blocking.device')}>{shortDeviceId(device.deviceId)}</Fact>
          <Fact term={t('remote.blocking.reason')}>{device.reason}</Fact>
        </FactList>
      </DialogBody>
      <DialogButtons>
        <Button autoFocus onPress={() => onClose(false)}>
          {t('window.cancel')}
        </Button>
        <Button loudness="primary" isDisabled={busy} onPress={() => void unblock()}>
          {t('remote.blocked.unblock')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
