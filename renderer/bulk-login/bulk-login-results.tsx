import Ban from 'lucide-react/icons/ban';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleMinus from 'lucide-react/icons/circle-minus';
import { type ComponentType, useEffect, useRef } from 'react';
import { describeProblem } from '../../contract/i18n/problem-text.ts';
import type { BulkEntry, BulkLogin, BulkOutcome } from '../../contract/sessions/bulk-login.ts';
import type { Translate } from '../../contract/texts.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import styles from './bulk-login.module.css';

/** The progress and the results of a bulk log-in. */
export function BulkLoginResults({ run }: { readonly run: BulkLogin }) {
  const t = useTranslate();
  const { entries, isRunning } = run;
  const list = useRef<HTMLUListElement>(null);
  // Focuses the list instead of a button, so that a second Enter neither stops the run nor closes it unread.
  useEffect(() => list.current?.focus(), []);
  const count = entries.length;
  const of = (kind: BulkOutcome['kind']): number =>
    entries.filter(({ outcome }) => outcome.kind === kind).length;
  const at = Math.min(count, count - of('waiting'));
  return (
    <>
      <div className={styles.run}>
        <p role="status" className={styles.summary}>
          {isRunning
            ? t('login:bulk.running', { at, count })
            : t('login:bulk.finished', { done: of('done'), count })}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
        <ul ref={list} className={styles.entries} aria-label={t('login:bulk.results')} tabIndex={0}>
          {entries.map((entry) => (
            <Entry key={entry.profileId} entry={entry} userName={run.userName} />
          ))}
        </ul>
      </div>
      {isRunning ? (
        <DialogButtons>
          <Button key="stop" onPress={stop}>
            {t('login:bulk.stop')}
          </Button>
        </DialogButtons>
      ) : (
        <DialogButtons>
          <Button onPress={() => void bridge.closeBulkLogin()}>{t('login:bulk.again')}</Button>
          <Button key="close" variant="primary" onPress={() => closeResults(run)}>
            {t('window:close')}
          </Button>
        </DialogButtons>
      )}
    </>
  );
}

/** Stops a running bulk log-in; closes the dialog and drops the results of one that has ended. */
export function closeResults({ isRunning }: BulkLogin): void {
  if (isRunning) stop();
  else {
    closeDialog();
    void bridge.closeBulkLogin();
  }
}

function stop(): void {
  void bridge.cancelBulkLogin();
}

const icons: { readonly [Kind in BulkOutcome['kind']]: readonly [ComponentType<{ size: number }>, string] } =
  {
    waiting: [CircleDashed, 'dim'],
    'logging-in': [Spinner, 'dim'],
    done: [CircleCheck, 'ok'],
    refused: [Ban, 'bad'],
    failed: [CircleAlert, 'warn'],
    skipped: [CircleMinus, 'dim'],
  };

function Entry({ entry, userName }: { readonly entry: BulkEntry; readonly userName: string }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { name, outcome } = entry;
  const [Icon, tone] = icons[outcome.kind];
  const session = useRow(entry.profileId)?.session;
  const more = describeMore(t, outcome, { name, userName, language, now: Date.now(), session });
  return (
    <li className={styles.entry} data-outcome={outcome.kind}>
      <span className={styles.name}>{name}</span>
      <span className={styles.outcome} data-tone={tone}>
        <Icon size={16} />
        {t(`login:bulk.outcomes.${outcome.kind}`)}
      </span>
      {more === '' ? null : <span className={styles.more}>{more}</span>}
    </li>
  );
}

function describeMore(
  t: Translate,
  outcome: BulkOutcome,
  where: Parameters<typeof describeProblem>[2],
): string {
  if (outcome.kind === 'skipped') return t(`login:bulk.skips.${outcome.why}`);
  if (outcome.kind !== 'refused' && outcome.kind !== 'failed') return '';
  const { title, text } = describeProblem(t, outcome.problem, where);
  return `${title}. ${text}`;
}
