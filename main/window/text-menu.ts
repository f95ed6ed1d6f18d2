/** What a menu of a text field offers, as Electron calls it. */
export type EditCommand = 'cut' | 'copy' | 'paste' | 'selectAll';

/** The field that the menu is asked for, and what can be done in it at this moment. */
export interface TextField {
  readonly isEditable: boolean;
  readonly isPassword: boolean;
  readonly canCut: boolean;
  readonly canCopy: boolean;
  readonly canPaste: boolean;
  readonly canSelectAll: boolean;
}

/** The entries of the menu of a text field; none anywhere else. A password can be pasted and never be copied. */
export function entriesFor(
  field: TextField,
): readonly { readonly command: EditCommand; readonly enabled: boolean }[] {
  if (!field.isEditable) return [];
  const putIn = [
    { command: 'paste', enabled: field.canPaste },
    { command: 'selectAll', enabled: field.canSelectAll },
  ] as const;
  if (field.isPassword) return putIn;
  return [{ command: 'cut', enabled: field.canCut }, { command: 'copy', enabled: field.canCopy }, ...putIn];
}
