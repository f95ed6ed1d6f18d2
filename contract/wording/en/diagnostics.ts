/** The report for whoever helps. */
export const diagnostics = {
  records: 'Records',
  open: 'Save diagnostics…',
  title: 'Diagnostics',
  about:
    'For whoever helps you: versions, settings, how sessions stand, and the last lines of the log. Names and addresses are replaced by marks; passwords and tokens are never in it. This is exactly what will be written:',
  preview: 'What will be written',
  copy: 'Copy',
  save: 'Save…',
  saved: 'Saved as {{file}}',
};
