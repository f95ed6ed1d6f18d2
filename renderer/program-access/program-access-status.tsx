import Terminal from 'lucide-react/icons/terminal';
import { bridge } from '../bridge.ts';
import { PlainButton } from '../components/buttons/button.tsx';
import styles from '../components/display/status-entry.module.css';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog } from '../state/view-state.ts';
import { useAccessText } from './access-text.ts';

/** The programs that may use tokens for a time, with a button that stops them. */
export function ProgramAccessStatus() {
  const t = useTranslate();
  const allowed = useAppState((state) => state.programs);
  const programs = allowed.filter(({ until }) => until !== null);
  const textOf = useAccessText();
  const [first] = programs;
  if (first === undefined) return null;
  const isOne = programs.length === 1;
  // One program may have the tokens of several servers.
  const count = new Set(programs.map(({ program }) => program)).size;
  const stopAll = async () => {
    for (const { id } of programs) await bridge.endProgramAccess({ accessId: id });
  };
  return (
    <div className={styles.status}>
      <PlainButton
        className={styles.words}
        onPress={() => openDialog({ kind: 'settings', section: 'tools', setting: 'programs' })}
      >
        <Terminal size={16} />
        <span className={styles.text}>
          {isOne ? textOf(first) : t('settings:programs.several', { count })}
        </span>
      </PlainButton>
      <PlainButton className={styles.stop} onPress={() => void stopAll()}>
        {t(isOne ? 'settings:programs.stop' : 'settings:programs.stopAll')}
      </PlainButton>
    </div>
  );
}
