import { Button } from '../components/buttons/button.tsx';
import { Section } from '../components/layout/section.tsx';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';
import { shortcutLabel } from './platform.ts';
import { type Command, shortcuts } from './shortcuts.ts';
import styles from './shortcuts-dialog.module.css';

const anywhere: readonly Command[] = [
  'search',
  'copyFavourite',
  'addServer',
  'checkAll',
  'clearClipboard',
  'undo',
  'settings',
  'lock',
  'closeWindow',
  'zoomIn',
  'zoomOut',
  'zoomReset',
  'keyboard',
];
const onServer: readonly Command[] = [
  'rowAction',
  'copyHeader',
  'logInAgain',
  'checkOne',
  'openInBrowser',
  'edit',
  'duplicate',
  'remove',
  'menu',
  'details',
  'tick',
  'selectAll',
];
const moving: readonly Command[] = ['nextPane', 'previousPane', 'escape'];

/** The list of shortcuts. */
export function ShortcutsDialog() {
  const t = useTranslate();
  return (
    <Dialog title={t('settings:shortcuts.title')} onClose={closeDialog} dismissable width="large">
      <DialogBody>
        <div className={styles.columns}>
          <ShortcutList title={t('settings:shortcuts.onServer')} commands={onServer} />
          <div className={styles.column}>
            <ShortcutList title={t('settings:shortcuts.anywhere')} commands={anywhere} />
            <ShortcutList title={t('settings:shortcuts.moving')} commands={moving} />
          </div>
        </div>
      </DialogBody>
      <DialogButtons>
        <Button autoFocus variant="primary" onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function ShortcutList({
  title,
  commands,
}: {
  readonly title: string;
  readonly commands: readonly Command[];
}) {
  const t = useTranslate();
  return (
    <Section title={title}>
      <dl className={styles.keys}>
        {commands.map((command) => (
          <div key={command} className={styles.line}>
            <dt>{t(`settings:shortcuts.${command}`)}</dt>
            <dd>
              {labelsFor(command).map((label) => (
                <kbd key={label}>{label}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function labelsFor(command: Command): readonly string[] {
  if (command === 'copyFavourite') return [`${shortcutLabel(command)}…9`];
  return shortcuts[command].map((_key, index) => shortcutLabel(command, index));
}
