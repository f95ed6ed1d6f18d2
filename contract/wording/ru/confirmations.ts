import type { ConfirmationWords } from '../en/confirmations.ts';
import type { Russian } from '../wording.ts';

/** The questions that main asks in the system's own dialogs. */
export const confirmations: Russian<ConfirmationWords> = {
  cancel: 'Отмена',
};
