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
              ? t('sessions:count', { count: shown })
              : t('sessions:countOf', { shown, all: page.sessions.length })}
          {page?.more === 'cut' ? ` · ${t('sessions:cut')}` : ''}
          {props.note === '' ? '' : ` · ${props.note}`}
        </span>
        {busy ? <Spinner /> : null}
        {page?.more === 'yes' ? (
          <Button variant="ghost" isPending={busy} onPress={props.onMore}>
            {t('sessions:more')}
          </Button>
        ) : null}
        <Button variant="ghost" isPending={busy} onPress={props.onReload}>
          {t('sessions:reload')}
        </Button>
      </div>
      <div className={styles.actions}>
        <Button isDisabled={busy || !mayEndChosen} onPress={props.onEnd}>
          {t('sessions:endSelected')}
        </Button>
        {mayEndOthers ? (
          <>
            <Button isDisabled={busy || others === 0} onPress={props.onEndOthers}>
              {t('sessions:endOthers')}
            </Button>
            <Button isPending={busy || sweeping} icon={sweeping ? <Spinner /> : null} onPress={props.onSweep}>
              {t('sessions:old')}
            </Button>
          </>
        ) : null}
        {page?.rights.block ? (
          <Button isDisabled={busy || !mayBlock(chosen)} onPress={props.onBlock}>
            {t('sessions:block')}
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
  if (rights.end === 'current') reasons.push(t('sessions:why.endOnlyCurrent'));
  else if (chosen.some((one) => !mayEnd(one, rights))) reasons.push(t('sessions:why.endOnlyMine'));
  if (sessions.some(({ mark }) => mark === 'unknown') && rights.end !== 'current')
    reasons.push(t('sessions:why.unknown'));
  const [first] = chosen;
  if (rights.block && first !== undefined) {
    if (chosen.length > 1) reasons.push(t('sessions:why.oneToBlock'));
    else if (isInUse(first.mark)) reasons.push(t('sessions:why.ownDevice'));
    else if (first.deviceId === '') reasons.push(t('sessions:why.noDevice'));
  }
  return reasons.join(' ');
}
