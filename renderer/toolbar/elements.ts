import type { ToolbarBridge, ToolbarCommand } from '../../contract/sessions/web-window.ts';
import { type IconName, icon } from './icons.ts';

declare global {
  interface Window {
    readonly webToolbar: ToolbarBridge;
  }
}

/** Creates an element with a class and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** Creates a button that tells main a command. */
export function button(
  command: ToolbarCommand,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = element('button', className, ...children);
  made.type = 'button';
  made.addEventListener('click', () => window.webToolbar.tell({ command }));
  return made;
}

/** Creates a button with an icon only; `name` gives it its label. */
export function iconButton(command: ToolbarCommand & IconName): HTMLButtonElement {
  return button(command, 'icon', icon(command));
}

/** Names a button with an icon only. */
export function name(one: HTMLElement, label: string): void {
  one.setAttribute('aria-label', label);
  one.title = label;
}

/** Sets a text, if it is another one: a screen reader would read it again. */
export function say(one: HTMLElement, text: string): void {
  if (one.textContent !== text) one.textContent = text;
}
