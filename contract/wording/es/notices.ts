import type { notices as english } from '../en/notices.ts';
import type { Spanish } from '../wording.ts';

/** What happened to the kept files. */
export const notices: Spanish<typeof english> = {
  'file-restored': {
    title: 'Se usa una copia anterior',
    text: '{{file}} estaba dañado, así que se tomó su última copia buena. El archivo dañado se conserva como {{keptAs}}.',
  },
  'file-unreadable': {
    title: 'No se pudo leer un archivo',
    text: '{{file}} no se pudo leer y no tiene una copia buena. Se conserva como {{keptAs}}; no se borró nada.',
  },
  'file-newer': {
    title: 'Escrito por una versión más nueva',
    text: '{{file}} lo escribió una versión más nueva de esta aplicación. Se deja intacto y los cambios no se guardan.',
  },
  'file-not-saved': {
    title: 'Los cambios no se guardan',
    text: 'No se pudo escribir {{file}}. Los cambios duran hasta cerrar la aplicación.',
  },
};
