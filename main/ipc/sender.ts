/** The part of a frame by which it is known. */
export interface Frame {
  readonly url: string;
}

/** Is the sender the very main frame of our window, and does it show our page? */
export function isOurPage(sender: Frame | null, mainFrame: Frame | null, pageUrl: string): boolean {
  return sender !== null && sender === mainFrame && sender.url === pageUrl;
}
