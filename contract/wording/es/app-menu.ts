import type { AppMenuWords } from '../en/app-menu.ts';

/** The menu that a Mac shows at the top of the screen; loaded apart from the texts of the window. */
export const appMenu: AppMenuWords = {
  about: 'Acerca de FindFace Session Manager',
  hide: 'Ocultar FindFace Session Manager',
  hideOthers: 'Ocultar otros',
  showAll: 'Mostrar todo',
  quit: 'Salir de FindFace Session Manager',
  edit: 'Edición',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  window: 'Ventana',
  minimize: 'Minimizar',
  zoom: 'Zoom',
  close: 'Cerrar ventana',
};
