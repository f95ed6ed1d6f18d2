import type { notices as english } from '../en/notices.ts';
import type { Spanish } from '../wording.ts';

/** What happened to the kept files, and to many servers at once. */
export const notices: Spanish<typeof english> = {
  'file-restored': {
    title: 'Se usa una copia anterior',
    text: 'El archivo {{file}} estaba dañado, así que se tomó su última copia buena. El dañado se conserva como {{keptAs}}.',
  },
  'file-rolled-back': {
    title: 'Una copia antigua ocupaba su lugar',
    text: '{{file}} se había sustituido por un estado anterior. Se tomó el más nuevo; el anterior se guarda como {{keptAs}}.',
  },
  'vault-older': {
    title: 'El almacén de tokens es antiguo',
    text: '{{file}} es anterior al último usado aquí (cambios que faltan: {{behind}}). Las sesiones posteriores no tienen token aquí: inicie sesión de nuevo.',
  },
  'file-unreadable': {
    title: 'Un archivo no se puede leer',
    text: 'No se pudo leer {{file}} y no hay copia buena. El archivo se conserva como {{keptAs}}; no se borró nada.',
  },
  'file-foreign': {
    title: 'Otro programa cambió el archivo',
    text: 'Otro programa cambió {{file}} con la aplicación abierta. Lo que escribió se conserva como {{keptAs}}; la aplicación sigue con lo suyo.',
  },
  'list-archived': {
    title: 'La lista de servidores está archivada',
    text: 'El almacén se restableció desde la pantalla de bloqueo y la lista empieza vacía. Los archivos anteriores están en la carpeta de datos como {{keptAs}}; no se borró nada. Para recuperar los servidores, importe una copia de seguridad o cierre la aplicación y devuelva a esos archivos su nombre; hará falta la frase de contraseña.',
  },
  'file-newer': {
    title: 'Escrito por una versión más nueva',
    text: 'El archivo {{file}} es de una versión más nueva de la aplicación. Se deja como está y los cambios no se guardan.',
  },
  'file-not-saved': {
    title: 'Los cambios no se guardan',
    text: 'No se pudo escribir {{file}}. Los cambios valen mientras la aplicación siga abierta.',
  },
  'sessions-refused': {
    title_one: '{{count}} sesión fue rechazada',
    title_many: '{{count}} sesiones fueron rechazadas',
    title_other: '{{count}} sesiones fueron rechazadas',
    text: '{{names}}: los tokens ya no se aceptan. Vuelva a iniciar sesión; nada se repite solo.',
  },
  'servers-unreachable': {
    title_one: 'No se alcanza {{count}} servidor',
    title_many: 'No se alcanzan {{count}} servidores',
    title_other: 'No se alcanzan {{count}} servidores',
    text: 'Quizá este equipo no tiene red. Las sesiones no se han tocado: {{names}}.',
  },
};
