import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../../contract/core/problem.ts';
import { formatDay } from '../../../contract/i18n/format-time.ts';
import { formatRightWithCode } from '../../../contract/i18n/right-words.ts';
import type { BlockedDevice, BlockedDevices } from '../../../contract/sessions/remote-sessions.ts';
import { type SessionRights, sessionRightsOf } from '../../../contract/sessions/user.ts';
import type { Row } from '../../../contract/state.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { ProblemBox } from '../../problems/problem-box.tsx';
import { useAppState } from '../../state/app-state.ts';
import styles from '../session/remote-sessions.module.css';
import { shortDeviceId } from '../session/session-list.ts';
import { BlockDialog } from './block-dialog.tsx';
import { UnblockDialog } from './unblock-dialog.tsx';

/** The right that the list of blocked devices needs. */
const viewBlocked = 'ffsecurity.view_deviceblacklistrecord';

type Open = { readonly kind: 'change' | 'unblock'; readonly device: BlockedDevice };

interface Props {
  readonly row: Row;
  /** What devices call themselves, by their ID, as far as it is known. */
  readonly devices: ReadonlyMap<string, string>;
}

/** The blocked devices of a server, for accounts that may see them. */
export function BlockedTab({ row, devices }: Props) {
  const t = useTranslate();
  const { id: profileId, name, userName } = row.profile;
  const [rights, setRights] = useState<SessionRights | null>(null);
  const [blocked, setBlocked] = useState<BlockedDevices | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [open, setOpen] = useState<Open | null>(null);

  const load = useCallback(async () => {
    const details = await bridge.readDetails({ profileId });
    const may = sessionRightsOf(details.ok ? details.value.user : null);
    setRights(may);
    if (!may.viewBlocked) return;
    const answer = await bridge.listBlockedDevices({ profileId });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setBlocked(answer.value);
  }, [profileId]);
  useEffect(() => void load(), [load]);

  const close = (sent: boolean) => {
    setOpen(null);
    if (sent) void load();
  };

  if (rights !== null && !rights.viewBlocked)
    return <p>{t('sessions:blocked.noRight', { right: formatRightWithCode(t, viewBlocked) })}</p>;
  return (
    <>
      {problem === null ? null : (
        <ProblemBox problem={problem} name={name} userName={userName} session={row.session} />
      )}
      {blocked === null && problem === null ? <p role="status">{t('sessions:asking', { name })}</p> : null}
      {blocked?.devices.length === 0 ? (
        <div className={styles.empty} role="status">
          <p className={styles.emptyTitle}>{t('sessions:blocked.none')}</p>
          <p>{t('sessions:blocked.noneText', { name })}</p>
        </div>
      ) : null}
      {blocked === null || rights === null || blocked.devices.length === 0 ? null : (
        <ul className={styles.devices} aria-label={t('sessions:blocked.list')}>
          {blocked.devices.map((device) => (
            <Device
              key={device.blockId}
              device={device}
              name={devices.get(device.deviceId)}
              rights={rights}
              onOpen={setOpen}
            />
          ))}
        </ul>
      )}
      {blocked === null || blocked.more === 'no' ? null : (
        <p className={styles.note}>{t('sessions:blocked.more')}</p>
      )}
      {open?.kind === 'change' ? (
        <BlockDialog
          title={t('sessions:blocking.change')}
          device={shortDeviceId(open.device.deviceId)}
          row={row}
          before={open.device}
          send={(reason, until) =>
            bridge.changeBlock({ profileId, blockId: open.device.blockId, reason, until })
          }
          onClose={close}
        />
      ) : null}
      {open?.kind === 'unblock' ? <UnblockDialog row={row} device={open.device} onClose={close} /> : null}
    </>
  );
}

interface DeviceProps {
  readonly device: BlockedDevice;
  readonly name: string | undefined;
  readonly rights: SessionRights;
  readonly onOpen: (open: Open) => void;
}

function Device({ device, name, rights, onOpen }: DeviceProps) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { deviceId, reason, until, createdAt, mark } = device;
  const end = () => {
    if (until === null) return t('sessions:blocked.forEver');
    return t(until < Date.now() ? 'sessions:blocked.over' : 'sessions:blocked.until', {
      day: formatDay(language, until),
    });
  };
  return (
    <li>
      <div className={styles.device}>
        <b>
          {[name, shortDeviceId(deviceId)].filter(Boolean).join(' · ') || t('sessions:nameless')}
          {mark === 'other-app' ? '' : ` · ${t(`sessions:marks.${mark}`)}`}
        </b>
        <span>{reason}</span>
        <span className={styles.note}>
          {createdAt === null
            ? ''
            : `${t('sessions:blocked.since', { day: formatDay(language, createdAt) })} · `}
          {end()}
        </span>
      </div>
      {rights.changeBlock ? (
        <Button onPress={() => onOpen({ kind: 'change', device })}>{t('sessions:blocked.change')}</Button>
      ) : null}
      {rights.unblock ? (
        <Button onPress={() => onOpen({ kind: 'unblock', device })}>{t('sessions:blocked.unblock')}</Button>
      ) : null}
    </li>
  );
}
