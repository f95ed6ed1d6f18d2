import { maxFindText, type ToolbarState } from '../../contract/sessions/web-window.ts';
import { element, iconButton, name, say } from './elements.ts';
import { icon } from './icons.ts';

const field = element('input', 'field');
field.type = 'search';
field.maxLength = maxFindText;
field.spellcheck = false;
field.addEventListener('input', () => window.webToolbar.tell({ find: field.value }));
field.addEventListener('keydown', ({ key, shiftKey }) => {
  if (key === 'Enter') window.webToolbar.tell({ command: shiftKey ? 'findPrevious' : 'findNext' });
});
// The whole text, so that the next one replaces it.
window.addEventListener('focus', () => {
  field.focus();
  field.select();
});

const found = element('span', 'found');
found.setAttribute('role', 'status');
const buttons = {
  findPrevious: iconButton('findPrevious'),
  findNext: iconButton('findNext'),
  closeFind: iconButton('closeFind'),
};

/** The search that floats above the page. */
export const findBox = element('search', 'find', icon('find'), field, found, ...Object.values(buttons));

let taken: string | null = null;

/** Takes the keys from main, which keeps them until then. */
function take(typed: string): void {
  taken = typed;
  field.value = typed;
  field.focus();
  window.webToolbar.tell({ find: typed });
}

/** Shows a state in the search. */
export function showFindBox({ labels, found: text, typed }: ToolbarState): void {
  if (typed !== taken) take(typed);
  field.setAttribute('aria-label', labels.find);
  field.placeholder = labels.find;
  say(found, text);
  for (const [command, one] of Object.entries(buttons)) name(one, labels[command as keyof typeof buttons]);
}
