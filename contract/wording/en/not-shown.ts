/** What stands in the place of a part of the window that can't be drawn. */
export const notShown = {
  server: '{{name}} can’t be displayed',
  serverWhy: 'Something in its saved data can’t be read. Other servers aren’t affected.',
  part: 'This can’t be displayed',
  partWhy: 'Nothing on your servers has changed.',
  window: 'The window can’t be displayed',
  windowWhy: 'Your servers and sessions are still there.',
  reload: 'Reload',
};
