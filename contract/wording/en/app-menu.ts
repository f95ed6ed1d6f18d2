/** The menu that a Mac shows at the top of the screen; loaded apart from the texts of the window. */
export const appMenu = {
  about: 'About FindFace Session Manager',
  hide: 'Hide FindFace Session Manager',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  quit: 'Quit FindFace Session Manager',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  window: 'Window',
  minimize: 'Minimize',
  zoom: 'Zoom',
  close: 'Close Window',
};

/** The shape of this menu. */
export type AppMenuWords = typeof appMenu;
