import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons/button.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAccessText } from '../../program-access/access-text.ts';
import { useAppState } from '../../state/app-state.ts';
import { Setting, SettingLabel } from '../lines/setting.tsx';
import styles from './sections.module.css';

/** The programs that may use tokens now; each can be stopped. */
export function ProgramsSetting() {
  return (
    <Setting name="programs">
      <Programs />
    </Setting>
  );
}

function Programs() {
  const t = useTranslate();
  const programs = useAppState((state) => state.programs);
  const textOf = useAccessText();
  return (
    <div className={styles.titledList}>
      <p>
        <SettingLabel name="programs" />
      </p>
      {programs.length === 0 ? <p className={styles.said}>{t('settings:programs.none')}</p> : null}
      {programs.map((access) => {
        const text = textOf(access);
        return (
          <p key={access.id} className={styles.program}>
            <span>{text}</span>
            <Button
              aria-label={`${t('settings:programs.stop')}: ${text}`}
              onPress={() => void bridge.endProgramAccess({ accessId: access.id })}
            >
              {t('settings:programs.stop')}
            </Button>
          </p>
        );
      })}
    </div>
  );
}
