import Ban from 'lucide-react/icons/ban';
import CircleStop from 'lucide-react/icons/circle-stop';
import { isInUse, type RemoteSession, type SessionPage } from '../../contract/sessions/remote-sessions.ts';
import type { Translate } from '../../contract/texts.ts';
import { Button, LinkButton } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import styles from './session/remote-sessions.module.css';
import { mayEnd } from './session/session-list.ts';
import type { SessionList } from './use-session-list.ts';

interface Props {
  readonly list: SessionList;
  /** Closes the dialog around it; null in a window. */
  readonly onClose: (() => void) | null;
}

/** What can be done with the ticked sessions, or with all; the way to close a dialog is always there. */
export function SessionFooter({ list, onClose }: Props) {
  const t = useTranslate();
  const { page, busy, ticked } = list;
  const isTicked = ticked.length > 0;
  return (
    <DialogButtons
      aside={
        <div className={styles.counts}>
          <span role="status" data-gives-way={isTicked || isShownWhole(list) || undefined}>
            {page === null ? '' : describeCount(t, page, list)}
          </span>
          {isTicked ? <LinkButton onPress={list.clear}>{t('sessions:clear')}</LinkButton> : null}
          {busy ? <Spinner /> : null}
          {page?.more === 'yes' && !isTicked ? (
            <LinkButton isPending={busy} onPress={list.loadMore}>
              {t('sessions:more')}
            </LinkButton>
          ) : null}
        </div>
      }
    >
      {page === null ? null : isTicked ? (
        <TickedActions page={page} list={list} />
      ) : (
        <OtherActions page={page} list={list} />
      )}
      {onClose === null ? null : <Button onPress={onClose}>{t('window:close')}</Button>}
    </DialogButtons>
  );
}

interface ActionsProps {
  readonly page: SessionPage;
  readonly list: SessionList;
}

/** Whether the server ends all that are ticked. */
export function mayEndTicked({ page, ticked, busy }: SessionList): boolean {
  return !busy && page !== null && ticked.every((session) => mayEnd(session, page.rights));
}

function TickedActions({ page: { rights }, list }: ActionsProps) {
  const t = useTranslate();
  const { ticked, busy, end, block } = list;
  return (
    <>
      <Button icon={<CircleStop />} isDisabled={!mayEndTicked(list)} onPress={end}>
        {t('sessions:endTicked', { count: ticked.length })}
      </Button>
      {rights.block ? (
        <Button
          shrinks="late"
          icon={<Ban />}
          title={t('sessions:block')}
          isDisabled={busy || !mayBlock(ticked)}
          onPress={block}
        >
          {t('sessions:block')}
        </Button>
      ) : null}
    </>
  );
}

function OtherActions({ page: { rights }, list }: ActionsProps) {
  const t = useTranslate();
  const { busy, sweeping, others } = list;
  if (rights.end === 'current') return null;
  return (
    <>
      <Button isDisabled={busy || others.length === 0} onPress={list.endOthers}>
        {t('sessions:endOthers')}
      </Button>
      <Button isPending={busy || sweeping} icon={sweeping ? <Spinner /> : null} onPress={list.endOld}>
        {t('sessions:old')}
      </Button>
    </>
  );
}

/** Whether all sessions are in the list, so that their count says nothing new. */
function isShownWhole({ page, shown }: SessionList): boolean {
  return page?.more === 'no' && shown.length === page.sessions.length;
}

function describeCount(
  t: Translate,
  { sessions, more }: SessionPage,
  { shown, ticked }: SessionList,
): string {
  if (ticked.length > 0) return t('sessions:ticked', { count: ticked.length });
  const count =
    shown.length === sessions.length
      ? t('sessions:count', { count: shown.length })
      : t('sessions:countOf', { shown: shown.length, all: sessions.length });
  return more === 'cut' ? `${count}. ${t('sessions:cut')}` : count;
}

function mayBlock(ticked: readonly RemoteSession[]): boolean {
  const [first] = ticked;
  return ticked.length === 1 && first !== undefined && first.deviceId !== '' && !isInUse(first.mark);
}

/** Why some of the ticked sessions, or all, cannot be ended or blocked; empty if they can. */
export function whyNot(
  t: Translate,
  { rights, sessions }: SessionPage,
  ticked: readonly RemoteSession[],
): string {
  const reasons: string[] = [];
  if (ticked.some((session) => !mayEnd(session, rights))) reasons.push(t('sessions:why.endOnlyMine'));
  if (sessions.some(({ mark }) => mark === 'unknown') && rights.end !== 'current')
    reasons.push(t('sessions:why.unknown'));
  const [first] = ticked;
  if (rights.block && first !== undefined) {
    if (ticked.length > 1) reasons.push(t('sessions:why.oneToBlock'));
    else if (isInUse(first.mark)) reasons.push(t('sessions:why.ownDevice'));
    else if (first.deviceId === '') reasons.push(t('sessions:why.noDevice'));
  }
  return reasons.join(' ');
}
