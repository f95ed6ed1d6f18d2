/** The questions that main asks in the system's own dialogs; they are loaded apart from the texts of the window. */
export const confirmations = {
  cancel: 'Cancel',
};

/** The shape of these questions. */
export type ConfirmationWords = typeof confirmations;
