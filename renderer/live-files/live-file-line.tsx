import FolderOpen from 'lucide-react/icons/folder-open';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Trash from 'lucide-react/icons/trash-2';
import type { Result } from '../../contract/core/result.ts';
import type { LiveFile } from '../../contract/sessions/live-files.ts';
import { bridge } from '../bridge.ts';
import { IconButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useNow } from '../time/clock.ts';
import { describeLastRead, describeState } from './live-file-text.ts';
import styles from './live-files.module.css';

interface Props {
  readonly file: LiveFile;
  /** Runs a call and shows its problem. */
  readonly run: (call: Promise<Result>) => void;
}

/** A live file: its path, what it does, who read it last, and what can be done with it. */
export function LiveFileLine({ file, run }: Props) {
  const t = useTranslate();
  const now = useNow();
  const { id: fileId, path, state, format } = file;
  const facts = [t(`copying:formats.${format}`), describeState(t, file), describeLastRead(t, file, now)];
  return (
    <li className={styles.file}>
      <div className={styles.words}>
        <span className={styles.path}>{path}</span>
        <span className={styles.facts} data-state={state.kind}>
          {facts.filter((fact) => fact !== null).join(' · ')}
        </span>
      </div>
      {state.kind === 'stopped' ? (
        <IconButton
          label={t('live-files:mend', { path })}
          hint={t('live-files:mendShort')}
          onPress={() => run(bridge.mendLiveFile({ fileId }))}
        >
          <RotateCw size={16} />
        </IconButton>
      ) : null}
      <IconButton
        label={t('live-files:show', { path })}
        hint={t('live-files:showShort')}
        onPress={() => run(bridge.showLiveFile({ fileId }))}
      >
        <FolderOpen size={16} />
      </IconButton>
      <IconButton
        label={t('live-files:remove', { path })}
        hint={t('live-files:removeShort')}
        onPress={() => run(bridge.removeLiveFile({ fileId }))}
      >
        <Trash size={16} />
      </IconButton>
    </li>
  );
}
