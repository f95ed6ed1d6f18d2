import type { settings as english } from '../en/settings.ts';
import type { Spanish } from '../wording.ts';

/** The settings dialog. */
export const settings: Spanish<typeof english> = {
  title: 'Ajustes',
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
  density: 'Densidad',
  densities: {
    comfortable: 'Cómoda',
    compact: 'Compacta',
  },
  clipboard: 'Portapapeles',
  clearAfter: 'Borrar una cabecera copiada tras',
  clearAfterHint: 'Solo si sigue en el portapapeles.',
  seconds: '{{seconds}} s',
  never: 'Nunca',
  confirmProduction: 'Preguntar antes de copiar una cabecera de producción',
  expiringDays: 'Una sesión está por caducar',
  daysBefore_one: '{{count}} día antes del fin',
  daysBefore_many: '{{count}} de días antes del fin',
  daysBefore_other: '{{count}} días antes del fin',
  appearance: 'Aspecto',
  list: 'Lista',
  sortOrder: 'Ordenar servidores por',
  showDetails: 'Mostrar la sesión junto a la lista',
  version: 'Versión {{version}}',
  keyboard: 'Teclado…',
};
