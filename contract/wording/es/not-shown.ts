import type { notShown as english } from '../en/not-shown.ts';
import type { Spanish } from '../wording.ts';

/** What stands in the place of a part of the window that can't be drawn. */
export const notShown: Spanish<typeof english> = {
  server: 'No se puede mostrar «{{name}}»',
  serverWhy: 'Hay datos guardados que no se pueden leer. Los demás servidores no están afectados.',
  part: 'No se puede mostrar este cuadro',
  partWhy: 'Nada ha cambiado en los servidores.',
  window: 'No se puede mostrar la ventana',
  windowWhy: 'Los servidores y las sesiones siguen ahí.',
  reload: 'Recargar',
};
