import { type KeyboardEvent, useRef } from 'react';
import { addressText } from '../../contract/profiles/profile.ts';
import type { RemoteSession } from '../../contract/sessions/remote-sessions.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Tabs } from '../components/layout/tabs.tsx';
import { DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { BlockDialog } from './blocked/block-dialog.tsx';
import { BlockedTab } from './blocked/blocked-tab.tsx';
import { EndDialog } from './end/end-dialog.tsx';
import styles from './session/remote-sessions.module.css';
import { shortDeviceId } from './session/session-list.ts';
import { mayEndTicked, SessionFooter } from './session-footer.tsx';
import { SessionsTab } from './sessions-tab.tsx';
import { type SessionList, useSessionList } from './use-session-list.ts';

interface Props {
  readonly row: Row;
  /** Closes the dialog around it; null in a window. */
  readonly onClose: (() => void) | null;
}

/** The sessions and the blocked devices of a server. Delete ends what is ticked, Esc takes ticks away first. */
export function SessionsTabs({ row, onClose }: Props) {
  const t = useTranslate();
  const list = useSessionList(row.profile.id);
  const devices = useDeviceNames(list.page?.sessions ?? []);
  const onKeyDown = (event: KeyboardEvent): void => {
    // A dialog over this one is its child for React only.
    const isHere = event.currentTarget.contains(event.target as Node);
    if (!isHere || list.ticked.length === 0) return;
    const isLine = event.target instanceof Element && event.target.matches('[data-line]');
    if (event.key === 'Delete' && isLine && mayEndTicked(list)) list.end();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    list.clear();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keys of what is inside are heard. */}
      <div className={styles.keys} onKeyDown={onKeyDown}>
        <Tabs
          across
          height={onClose === null ? 'full' : 628}
          label={t('sessions:tabs.label')}
          start="sessions"
          tabs={[
            {
              name: 'sessions',
              title: t('sessions:tabs.sessions'),
              content: <SessionsTab row={row} list={list} isDialog={onClose !== null} />,
              footer: <SessionFooter list={list} onClose={onClose} />,
            },
            {
              name: 'blocked',
              title: t('sessions:tabs.blocked'),
              content: <BlockedTab row={row} devices={devices} />,
              footer:
                onClose === null ? null : (
                  <DialogButtons>
                    <Button onPress={onClose}>{t('window:close')}</Button>
                  </DialogButtons>
                ),
            },
          ]}
        />
      </div>
      <Over row={row} list={list} />
    </>
  );
}

/** What devices call themselves, by their ID, as long as the list is shown: a block ends their sessions. */
function useDeviceNames(sessions: readonly RemoteSession[]): ReadonlyMap<string, string> {
  const names = useRef(new Map<string, string>());
  for (const { deviceId, device } of sessions) if (device !== '') names.current.set(deviceId, device);
  return names.current;
}

function Over({ row, list }: { readonly row: Row; readonly list: SessionList }) {
  const t = useTranslate();
  const { id: profileId, name, userName, address } = row.profile;
  const { open, close } = list;
  if (open === null) return null;
  if (open.kind === 'end') {
    const { listId, sessions, notes } = open;
    const group = { profileId, server: addressText(address), name, userName, listId, sessions };
    return <EndDialog groups={[group]} notes={notes} onClose={close} />;
  }
  const { listId, session } = open;
  return (
    <BlockDialog
      title={t('sessions:blocking.title', { name })}
      device={[session.device, shortDeviceId(session.deviceId), session.userName].filter(Boolean).join(' · ')}
      row={row}
      send={(reason, until) => bridge.blockDevice({ profileId, listId, key: session.key, reason, until })}
      onClose={close}
    />
  );
}
