import { describe, expect, test } from 'vitest';
import { entriesFor, type TextField } from '../../../main/window/text-menu.ts';

const field: TextField = {
  ...{ isEditable: true, isPassword: false },
  ...{ canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
};
const offered = (part: Partial<TextField>): readonly string[] =>
  entriesFor({ ...field, ...part }).map(({ command, enabled }) => (enabled ? command : `(${command})`));

describe('the menu of a text field', () => {
  test('offers what can be done', () => {
    expect(offered({})).toEqual(['(cut)', '(copy)', 'paste', 'selectAll']);
    expect(offered({ canCut: true, canCopy: true })).toEqual(['cut', 'copy', 'paste', 'selectAll']);
  });

  test('copies nothing from a password field', () => {
    expect(offered({ isPassword: true, canCut: true, canCopy: true })).toEqual(['paste', 'selectAll']);
  });

  test('does not open outside of a text field', () => {
    expect(offered({ isEditable: false, canCopy: true })).toEqual([]);
  });
});
