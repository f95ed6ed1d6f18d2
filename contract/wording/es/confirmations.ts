import type { ConfirmationWords } from '../en/confirmations.ts';
import type { Spanish } from '../wording.ts';

/** The questions that main asks in the system's own dialogs. */
export const confirmations: Spanish<ConfirmationWords> = {
  cancel: 'Cancelar',
};
