import X from 'lucide-react/icons/x';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Row } from '../../contract/state.ts';
import { IconButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ErrorBoundary } from '../problems/error-boundary.tsx';
import { DetailsFailed } from '../problems/render-failed.tsx';
import { setViewState } from '../state/view-state.ts';
import styles from './session-drawer.module.css';
import { SessionPanel } from './session-panel.tsx';

const close = (): void => setViewState({ drawerOpen: false });

/** The details as a drawer; Esc or a click outside closes it. */
export function SessionDrawer({ row }: { readonly row: Row }) {
  const t = useTranslate();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={styles.veil ?? ''}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className={styles.drawer ?? ''}>
        <Dialog data-dialog="" aria-label={row.profile.name} className={styles.box ?? ''}>
          <section aria-label={t('session:label')} data-pane="session">
            <div className={styles.close}>
              <IconButton label={t('window:close')} onPress={close}>
                <X />
              </IconButton>
            </div>
            <ErrorBoundary key={row.profile.id} resetKey={row} fallback={<DetailsFailed row={row} />}>
              <SessionPanel row={row} />
            </ErrorBoundary>
          </section>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
