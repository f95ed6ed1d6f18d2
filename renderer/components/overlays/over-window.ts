/**
 * The topmost element over the window that matches: a dialog, a popover, or what is drawn while rows are dragged; else
 * null.
 *
 * All of them lie in `body` beside the window itself, which is not searched: it has a thousand elements.
 */
export function findOverWindow(selector: string): HTMLElement | null {
  let topmost: HTMLElement | null = null;
  for (const element of document.body.children) {
    if (element.id === 'root' || !(element instanceof HTMLElement)) continue;
    if (element.matches(selector)) topmost = element;
    for (const inside of element.querySelectorAll<HTMLElement>(selector)) topmost = inside;
  }
  return topmost;
}
