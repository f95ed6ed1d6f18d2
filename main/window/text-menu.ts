/** An item of the text menu, by its name in Electron. */
export type EditCommand = 'cut' | 'copy' | 'paste' | 'selectAll';

/** The field under the pointer and what is possible in it. */
export interface TextField {
  readonly isEditable: boolean;
  readonly isPassword: boolean;
  /** Whether a text outside of fields is selected that can be copied. */
  readonly isSelected?: boolean;
  readonly canCut: boolean;
  readonly canCopy: boolean;
  readonly canPaste: boolean;
  readonly canSelectAll: boolean;
}

/** The items for a text field; none elsewhere. A password can be pasted but not copied. */
export function entriesFor(
  field: TextField,
): readonly { readonly command: EditCommand; readonly enabled: boolean }[] {
  if (!field.isEditable) return field.isSelected ? [{ command: 'copy', enabled: true }] : [];
  const putIn = [
    { command: 'paste', enabled: field.canPaste },
    { command: 'selectAll', enabled: field.canSelectAll },
  ] as const;
  if (field.isPassword) return putIn;
  return [{ command: 'cut', enabled: field.canCut }, { command: 'copy', enabled: field.canCopy }, ...putIn];
}
