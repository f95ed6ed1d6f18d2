/** What identifies a frame. */
export interface Frame {
  readonly url: string;
}

/** Whether the sender is the main frame of our window and shows our page. */
export function isOurPage(sender: Frame | null, mainFrame: Frame | null, pageUrl: string): boolean {
  return sender !== null && sender === mainFrame && sender.url === pageUrl;
}
