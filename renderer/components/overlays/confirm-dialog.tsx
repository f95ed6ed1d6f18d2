import type { ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { Dialog, DialogBody, DialogButtons, type DialogWidth } from './dialog.tsx';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** The label of the button that closes: Cancel, or Close if it is the only one. */
  readonly closeLabel: string;
  /** The buttons after it. */
  readonly actions?: ReactNode;
  readonly dismissable?: boolean;
  readonly width?: DialogWidth;
  readonly children: ReactNode;
}

/** A question or message with no fields. The button that closes it has the focus, so that a hasty second Enter does nothing. */
export function ConfirmDialog({ closeLabel, actions, width = 'small', children, ...dialog }: Props) {
  return (
    <Dialog {...dialog} width={width}>
      <DialogBody>{children}</DialogBody>
      <DialogButtons>
        <Button
          autoFocus
          variant={actions === undefined ? 'primary' : 'secondary'}
          onPress={() => dialog.onClose()}
        >
          {closeLabel}
        </Button>
        {actions}
      </DialogButtons>
    </Dialog>
  );
}
