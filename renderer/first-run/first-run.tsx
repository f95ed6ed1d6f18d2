import FileDown from 'lucide-react/icons/file-down';
import FlaskConical from 'lucide-react/icons/flask-conical';
import { type ReactNode, useId, useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { Button, PlainButton } from '../components/buttons/button.tsx';
import { AppMark } from '../components/display/app-mark.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { TextField } from '../components/forms/text-field.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useServersLocked } from '../state/managed.ts';
import { openDialog } from '../state/view-state.ts';
import { addDemoServer } from './add-demo-server.ts';
import styles from './first-run.module.css';

/** What the window shows instead of an empty list: the address of the first server, and other ways to begin. */
export function FirstRun() {
  const t = useTranslate();
  const isLocked = useServersLocked();
  return (
    <div className={styles.area} data-pane="search">
      <div className={styles.column}>
        <AppMark size={52} />
        <h2 className={styles.title}>{t(isLocked ? 'servers:empty.noServers' : 'servers:firstRun.title')}</h2>
        <p className={styles.lead}>{t(isLocked ? 'settings:managed' : 'servers:firstRun.lead')}</p>
        {isLocked ? null : <Begin />}
        <div className={styles.header}>
          <code>Authorization: Token 8f3c…</code>
          <p>{t('servers:firstRun.header')}</p>
        </div>
      </div>
    </div>
  );
}

function Begin() {
  const t = useTranslate();
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function tryDemo(): Promise<void> {
    if (adding) return;
    setAdding(true);
    setProblem(null);
    const added = await addDemoServer(t('servers:firstRun.demoName'));
    setAdding(false);
    if (!added.ok) setProblem(added.problem);
  }

  return (
    <>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('address');
          const address = typeof typed === 'string' ? typed.trim() : '';
          const from = { address, name: '', userName: '', tags: [], environment: 'none' } as const;
          openDialog({ kind: 'add', from: address === '' ? null : from });
        }}
      >
        <TextField
          name="address"
          label={t('forms:add.address')}
          placeholder={t('forms:add.addressHint')}
          autoComplete="url"
          spellCheck={false}
          autoFocus
        />
        <Button type="submit" variant="primary">
          {t('servers:firstRun.continue')}
        </Button>
      </form>
      <p className={styles.hint}>{t('servers:firstRun.hint')}</p>
      {problem === null ? null : (
        <ProblemBox problem={problem} name={t('servers:firstRun.demoName')} userName="" />
      )}
      <div className={styles.cards}>
        <Card
          icon={<FileDown size={18} />}
          title={t('servers:firstRun.import')}
          text={t('servers:firstRun.importText')}
          onPress={() => openDialog({ kind: 'import' })}
        />
        <Card
          icon={adding ? <Spinner /> : <FlaskConical size={18} />}
          title={t('servers:firstRun.demo')}
          text={t('servers:firstRun.demoText')}
          onPress={() => void tryDemo()}
        />
      </div>
    </>
  );
}

interface CardProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly onPress: () => void;
}

function Card({ icon, title, text, onPress }: CardProps) {
  const id = useId();
  return (
    <PlainButton
      className={styles.card}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onPress={onPress}
    >
      <span className={styles.icon}>{icon}</span>
      <span>
        <span id={`${id}title`} className={styles.cardTitle}>
          {title}
        </span>
        <span id={`${id}text`} className={styles.hint}>
          {text}
        </span>
      </span>
    </PlainButton>
  );
}
