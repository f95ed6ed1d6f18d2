import { isInUse, type RemoteSession, type SessionPage } from '../../contract/sessions/remote-sessions.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { type Translate, useTranslate } from '../i18n/translate.ts';
import styles from './session/remote-sessions.module.css';
import { mayEnd } from './session/session-list.ts';

interface Props {
  readonly page: SessionPage | null;
  readonly busy: boolean;
  /** Whether orphaned sessions are being searched for. */
  readonly sweeping: boolean;
  readonly shown: number;
  readonly others: number;
  readonly chosen: readonly RemoteSession[];
  readonly note: string;
  readonly onReload: () => void;
  readonly onMore: () => void;
  readonly onEnd: () => void;
  readonly onEndOthers: () => void;
  readonly onSweep: () => void;
  readonly onBlock: () => void;
}

/** The number of sessions and the actions; disabled ones say why. */
export function SessionActions(props: Props) {
  const { page, busy, sweeping, shown, others, chosen } = props;
  const t = useTranslate();
  const why = page === null ? '' : whyNot(t, page, chosen);
  const mayEndChosen = page !== null && chosen.length > 0 && chosen.every((one) => mayEnd(one, page.rights));
  const mayEndOthers = page !== null && page.rights.end !== 'current';
  return (
    <>
      <div className={styles.counts}>
        <span role="status">
          {page === null
            ? ''
            : shown === page.sessions.length
              ? t('remote.count', { count: shown })
              : t('remote.countOf', { shown, all: page.sessions.length })}
          {page?.more === 'cut' ? ` · ${t('remote.cut')}` : ''}
          {props.note === '' ? '' : ` · ${props.note}`}
        </span>
        {busy ? <Spinner /> : null}
        {page?.more === 'yes' ? (
          <Button variant="ghost" isPending={busy} onPress={props.onMore}>
            {t('remote.more')}
          </Button>
        ) : null}
        <Button variant="ghost" isPending={busy} onPress={props.onReload}>
          {t('remote.reload')}
        </Button>
      </div>
      <div className={styles.actions}>
        <Button isDisabled={busy || !mayEndChosen} onPress={props.onEnd}>
          {t('remote.endSelected')}
        </Button>
        {mayEndOthers ? (
          <>
            <Button isDisabled={busy || others === 0} onPress={props.onEndOthers}>
              {t('remote.endOthers')}
            </Button>
            <Button isPending={busy || sweeping} icon={sweeping ? <Spinner /> : null} onPress={props.onSweep}>
              {t('remote.old')}
            </Button>
          </>
        ) : null}
        {page?.rights.block ? (
          <Button isDisabled={busy || !mayBlock(chosen)} onPress={props.onBlock}>
            {t('remote.block')}
          </Button>
        ) : null}
      </div>
      {why === '' ? null : <p className={styles.note}>{why}</p>}
    </>
  );
}

function mayBlock(chosen: readonly RemoteSession[]): boolean {
  const [first] = chosen;
  return chosen.length === 1 && first !== undefined && first.deviceId !== '' && !isInUse(first.mark);
}

function whyNot(t: Translate, { rights, sessions }: SessionPage, chosen: readonly RemoteSession[]): string {
  const reasons: string[] = [];
  if (rights.end === 'current') reasons.push(t('remote.why.endOnlyCurrent'));
  else if (chosen.some((one) => !mayEnd(one, rights))) reasons.push(t('remote.why.endOnlyMine'));
  if (sessions.some(({ mark }) => mark === 'unknown') && rights.end !== 'current')
    reasons.push(t('remote.why.unclear'));
  const [first] = chosen;
  if (rights.block && first !== undefined) {
    if (chosen.length > 1) reasons.push(t('remote.why.oneToBlock'));
    else if (isInUse(first.mark)) reasons.push(t('remote.why.ownDevice'));
    else if (first.deviceId === '') reasons.push(t('remote.why.noDevice'));
  }
  return reasons.join(' ');
}
