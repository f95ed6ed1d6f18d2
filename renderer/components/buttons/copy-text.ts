/** Puts a harmless text on the clipboard; the header never goes this way, since the page does not have it. */
export function copyText(text: string): void {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  // The asynchronous clipboard asks for a permission that the window refuses to every page.
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
}
