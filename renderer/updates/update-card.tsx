import type { ReactNode } from 'react';
import { formatDay, formatMoment } from '../../contract/i18n/format-time.ts';
import type { InstallMethod, OfferedUpdate, UpdateStep } from '../../contract/installation/updates.ts';
import type { Translate } from '../../contract/texts.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { CopyButton } from '../components/buttons/copy-button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { DownloadProgress } from './download-progress.tsx';
import { megabytes } from './megabytes.ts';
import styles from './update-card.module.css';

type StepOf<Kind extends UpdateStep['kind']> = Extract<UpdateStep, { readonly kind: Kind }>;

/** How far an update has come, and what a person can do next. */
export function UpdateCard() {
  const step = useAppState((state) => state.update.step);
  switch (step.kind) {
    case 'idle':
      return <Idle step={step} />;
    case 'checking':
      return <Busy title={(t) => t('settings:updates.checking')} />;
    case 'offered':
      return <Offered update={step.update} />;
    case 'downloading':
      return <Downloading step={step} />;
    case 'ready':
      return <Ready step={step} />;
    case 'installing':
      return <Busy title={(t) => t('settings:updates.installing', { version: step.update.version })} />;
    case 'failed':
      return <Failed step={step} />;
  }
}

interface CardProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
}

function Card({ title, icon, children }: CardProps) {
  return (
    <section className={styles.card}>
      {/* Announced, since a step can end while a person is elsewhere. */}
      <p role="status" className={styles.title}>
        {icon}
        {title}
      </p>
      {children}
    </section>
  );
}

function Idle({ step: { checkedAt } }: { readonly step: StepOf<'idle'> }) {
  const t = useTranslate();
  const { language, appVersion: version, update } = useAppState();
  const title =
    checkedAt === null ? t('settings:updates.neverChecked') : t('settings:updates.upToDate', { version });
  const { skipped } = update;
  return (
    <Card
      title={
        skipped === null || checkedAt === null
          ? title
          : t('settings:updates.skippedHint', { version: skipped })
      }
    >
      {checkedAt === null ? null : (
        <p className={styles.hint}>
          {t('settings:updates.checked', { moment: formatMoment(t, language, checkedAt, Date.now()) })}
        </p>
      )}
      <div className={styles.buttons}>
        <CheckButton label={t('settings:updates.check')} />
      </div>
    </Card>
  );
}

// A failed check becomes the next step, so its result says nothing more.
function CheckButton({ label }: { readonly label: string }) {
  return <Button onPress={() => void bridge.checkForUpdate()}>{label}</Button>;
}

function Busy({ title }: { readonly title: (t: Translate) => string }) {
  return <Card title={title(useTranslate())} icon={<Spinner />} />;
}

function Offered({ update }: { readonly update: OfferedUpdate }) {
  const t = useTranslate();
  const { run, busy } = useAsyncCall();
  return (
    <Card title={t('settings:updates.offered', { version: update.version })}>
      <Facts update={update} />
      <div className={styles.buttons}>
        <Button isPending={busy} onPress={() => void run(bridge.downloadUpdate())}>
          {t('settings:updates.download')}
        </Button>
        <Button onPress={() => void bridge.skipUpdate()}>{t('settings:updates.skip')}</Button>
      </div>
    </Card>
  );
}

function Facts({ update: { size, releasedAt } }: { readonly update: OfferedUpdate }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  return (
    <p className={styles.hint}>
      {releasedAt === null
        ? t('settings:updates.size', { size: megabytes(size) })
        : t('settings:updates.sizeAndDay', { size: megabytes(size), day: formatDay(language, releasedAt) })}
    </p>
  );
}

function Downloading({ step: { update, received } }: { readonly step: StepOf<'downloading'> }) {
  const t = useTranslate();
  const title = t('settings:updates.downloading', { version: update.version });
  return (
    <Card title={title}>
      <DownloadProgress label={title} received={received} size={update.size} />
      <div className={styles.buttons}>
        <Button onPress={() => void bridge.cancelUpdate()}>{t('window:cancel')}</Button>
      </div>
    </Card>
  );
}

function Ready({ step: { update, method, atQuit } }: { readonly step: StepOf<'ready'> }) {
  const t = useTranslate();
  const { run, busy } = useAsyncCall();
  const { version } = update;
  const install = (when: 'now' | 'at-quit') => () => void run(bridge.installUpdate({ when }));
  return (
    <Card title={t(atQuit ? 'settings:updates.atQuit' : 'settings:updates.ready', { version })}>
      {method.kind === 'command' ? <Command method={method} /> : null}
      {method.kind === 'app' && !atQuit ? (
        <p className={styles.hint}>{t('settings:updates.readyHint')}</p>
      ) : null}
      <div className={styles.buttons}>
        {method.kind === 'app' || method.canAskSystem ? (
          <Button isPending={busy} onPress={install('now')}>
            {t(method.kind === 'app' ? 'settings:updates.installNow' : 'settings:updates.askSystem')}
          </Button>
        ) : null}
        {method.kind === 'app' && !atQuit ? (
          <Button onPress={install('at-quit')}>{t('settings:updates.installAtQuit')}</Button>
        ) : null}
        {atQuit ? null : (
          <Button onPress={() => void bridge.skipUpdate()}>{t('settings:updates.skip')}</Button>
        )}
      </div>
    </Card>
  );
}

function Command({ method }: { readonly method: Extract<InstallMethod, { readonly kind: 'command' }> }) {
  const t = useTranslate();
  return (
    <>
      <p className={styles.hint}>{t('settings:updates.commandHint')}</p>
      <code className={styles.command}>{method.command}</code>
      <div>
        <CopyButton text={method.command}>{t('settings:updates.copyCommand')}</CopyButton>
      </div>
      {method.canAskSystem ? <p className={styles.hint}>{t('settings:updates.askSystemHint')}</p> : null}
    </>
  );
}

function Failed({ step: { problem } }: { readonly step: StepOf<'failed'> }) {
  const t = useTranslate();
  return (
    <ProblemBox problem={problem} name={t('window:appName')} userName="">
      <div className={styles.retry}>
        <CheckButton label={t('settings:updates.retry')} />
      </div>
    </ProblemBox>
  );
}
