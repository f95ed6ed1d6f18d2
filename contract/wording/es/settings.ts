import type { settings as english } from '../en/settings.ts';
import type { Spanish } from '../wording.ts';

/** The settings dialog. */
export const settings: Spanish<typeof english> = {
  title: 'Ajustes',
  tabs: {
    general: 'General',
    copying: 'Portapapeles',
    store: 'Almacén',
    lock: 'Bloqueo',
    data: 'Datos',
  },
  language: 'Idioma',
  languages: {
    system: 'Como el sistema',
    en: 'English',
    ru: 'Русский',
    es: 'Español',
  },
  theme: 'Tema',
  themes: {
    system: 'Como el sistema',
    light: 'Claro',
    dark: 'Oscuro',
  },
  density: 'Filas',
  densities: {
    comfortable: 'Amplias',
    compact: 'Compactas',
  },
  clipboard: 'Portapapeles',
  clearAfter: 'Borrar un encabezado copiado',
  clearAfterHint: 'Solo si sigue en el portapapeles.',
  seconds: 'A los {{seconds}}\u00a0s',
  never: 'Nunca',
  confirmProduction: 'Preguntar antes de copiar un encabezado de producción',
  expiringDays: 'Una sesión está por caducar',
  daysBefore_one: '{{count}} día antes de su fin',
  daysBefore_many: '{{count}} de días antes de su fin',
  daysBefore_other: '{{count}} días antes de su fin',
  appearance: 'Aspecto',
  list: 'Lista',
  sortOrder: 'Ordenar los servidores por',
  showDetails: 'Mostrar la sesión junto a la lista',
  version: 'Versión {{version}}',
  keyboard: 'Teclado…',
};
