import type { keyboard as english } from '../en/keyboard.ts';
import type { Spanish } from '../wording.ts';

/** The list of keys. */
export const keyboard: Spanish<typeof english> = {
  title: 'Teclado',
  anywhere: 'En todas partes',
  onServer: 'En un servidor',
  moving: 'Moverse',
  search: 'Buscar',
  copyFavourite: 'Cabecera del favorito 1–9',
  addServer: 'Añadir servidor',
  checkAll: 'Comprobar todos',
  clearClipboard: 'Borrar el portapapeles ya',
  settings: 'Ajustes',
  keyboard: 'Esta lista',
  copyHeader: 'Copiar la cabecera',
  logInAgain: 'Volver a entrar',
  checkOne: 'Comprobar ahora',
  openInBrowser: 'Abrir en el navegador',
  edit: 'Editar',
  duplicate: 'Duplicar',
  remove: 'Quitar',
  menu: 'Menú del servidor',
  details: 'Abrir o cerrar los detalles',
  nextPane: 'Panel siguiente',
  previousPane: 'Panel anterior',
  escape: 'Borrar búsqueda, cerrar detalles',
};
