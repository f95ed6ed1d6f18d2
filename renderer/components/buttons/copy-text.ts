/**
 * Copies a text without secrets; headers are copied by main only.
 *
 * Needs a press of a key or a button just before.
 */
export function copyText(text: string): void {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  // The asynchronous clipboard API needs a permission that the window denies to every page.
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
}
