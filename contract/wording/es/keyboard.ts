import type { keyboard as english } from '../en/keyboard.ts';
import type { Spanish } from '../wording.ts';

/** The list of keys. */
export const keyboard: Spanish<typeof english> = {
  title: 'Teclado',
  anywhere: 'En cualquier sitio',
  onServer: 'En el servidor elegido',
  moving: 'Moverse',
  search: 'Buscar',
  copyFavourite: 'Encabezado del favorito 1–9, por nombre',
  addServer: 'Añadir servidor',
  checkAll: 'Comprobar todos',
  clearClipboard: 'Borrar el portapapeles ahora',
  lock: 'Bloquear',
  settings: 'Ajustes',
  keyboard: 'Esta lista',
  rowAction: 'Pulsar el botón del servidor',
  copyHeader: 'Copiar encabezado',
  logInAgain: 'Reiniciar sesión',
  checkOne: 'Comprobar ahora',
  openInBrowser: 'Abrir en el navegador',
  edit: 'Editar',
  duplicate: 'Duplicar',
  remove: 'Quitar',
  menu: 'Menú del servidor',
  details: 'Abrir o cerrar el panel de sesión',
  nextPane: 'Panel siguiente',
  previousPane: 'Panel anterior',
  escape: 'Borrar la búsqueda, ocultar el mensaje',
};
