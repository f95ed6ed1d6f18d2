import type {
  ending as englishEnding,
  leaseEvents as englishEvents,
  leaseFixes as englishFixes,
  lease as englishLease,
  leaseProblems as englishProblems,
  leaseReasons as englishReasons,
} from '../en/lease.ts';
import type { Spanish } from '../wording.ts';

/** Sessions that the app ends automatically. */
export const lease: Spanish<typeof englishLease> = {
  open: 'Cerrar sesión automáticamente…',
  title: 'Cierre automático en {{name}}',
  about:
    'La aplicación cierra la sesión de verdad: el servidor la termina y un encabezado copiado deja de servir en todas partes.',
  after: 'Un tiempo después de iniciarla',
  time: 'Tiempo',
  ownTime: 'Otro tiempo…',
  amount: 'Cuánto',
  amountWrong: 'Un número entero, 180 días como máximo.',
  unit: 'Unidad',
  units: { minutes: 'minutos', hours: 'horas', days: 'días' },
  atHour: 'A una hora fija del día',
  hour: 'Hora del día',
  hourWrong: 'Una hora como 18:00.',
  onLock: 'Al bloquearse la ventana',
  onQuit: 'Al salir de la aplicación',
  missed:
    'Lo que venza con la ventana bloqueada, la aplicación cerrada o el equipo en reposo se hace en cuanto se pueda; hasta entonces el encabezado no se copia.',
  endsThen: 'La sesión actual termina sola: {{moment}}.',
  endsAtOnce: 'La sesión actual ya es más antigua: termina en cuanto guarde.',
  save: 'Guardar',
  logsOutIn: 'se cierra en {{span}}',
  logsOutNow: 'se está cerrando',
  section: 'Cierre automático',
  never: 'No: la sesión dura hasta que el servidor la termine.',
  next: 'Próximo',
  nextAt: '{{moment}} (en {{span}})',
  rule: 'Regla',
  rules: {
    after: '{{span}} después de iniciarla',
    at: 'cada día a las {{time}}',
    lock: 'al bloquearse la ventana',
    quit: 'al salir de la aplicación',
  },
  change: 'Cambiar…',
  forNew: 'Cierre automático en servidores nuevos',
  forNewHint: 'Los servidores que ya están en la lista conservan lo suyo.',
  forNewAfter: '{{span}} después de iniciarla',
  forNewNever: 'No',
};

/** Sessions that have ended here, but of which the server has not said so yet. */
export const ending: Spanish<typeof englishEnding> = {
  pending: 'Cierre de sesión pendiente',
  unconfirmed: 'Cierre de sesión sin confirmar',
  waiting: '{{host}} todavía no lo confirmó.',
  givenUp: '{{host}} no lo confirmó y ya no se le pregunta automáticamente.',
  lost: '{{host}} no lo confirmó y ya no se le puede preguntar: el token ya no está en este equipo.',
  mayWork: 'Su token puede servir hasta: {{moment}}.',
  mayWorkOn: 'Su token puede servir hasta que el servidor lo termine.',
  storeClosed: 'Se preguntará al servidor cuando se abra el almacén de tokens.',
  asking: 'Preguntando al servidor…',
  nextTry: 'Próximo intento: {{moment}}.',
  lastTry: 'Intentos en vano: {{tries}}. El último {{ago}}: {{cause}}.',
  tryNow: 'Intentar ahora',
  forget: 'Olvidarlo…',
  dismiss: 'Descartar',
  until: 'token hasta el {{day}}',
  untilUnknown: 'sin confirmación del servidor',
  forgetTitle: '¿Olvidar este cierre de sesión?',
  forgetText:
    'El token se borra aquí. La sesión sigue en {{host}}, y quien haya copiado su encabezado puede seguir usándolo.',
  forgetDo: 'Olvidarlo',
  removing_one:
    'Hay un cierre de sesión pendiente. Si se quita el servidor de la lista, ya nada podrá terminar esa sesión.',
  removing_many:
    'Hay {{count}} de cierres de sesión pendientes. Si se quita el servidor de la lista, ya nada podrá terminar esas sesiones.',
  removing_other:
    'Hay {{count}} cierres de sesión pendientes. Si se quita el servidor de la lista, ya nada podrá terminar esas sesiones.',
};

/** The problems of auto-logout and pending log-outs. */
export const leaseProblems: Spanish<typeof englishProblems> = {
  'lease-ended': {
    title: 'El tiempo de esta sesión se acabó',
    text: 'La sesión de «{{name}}» ya tenía que haberse cerrado sola, así que su encabezado ya no se copia. Hay que iniciarla de nuevo.',
  },
  'logout-under-way': {
    title: 'Se está cerrando la sesión',
    text: 'La sesión de {{user}} en «{{name}}» se está cerrando. Hay que esperar y luego iniciarla.',
  },
  'ending-unconfirmed': {
    title: 'Sigue sin confirmar',
    text: '{{host}} no confirmó el cierre de sesión. La aplicación sigue preguntando mientras tenga sentido.',
  },
  'logout-unconfirmed': {
    title: 'El servidor no confirmó el cierre',
    text: '{{kept}} {{rest}}',
  },
};

/** How such a log-out is told: does it go on, or was that all? */
export const leaseFixes: Spanish<typeof englishFixes> = {
  keptPending:
    'El token de «{{name}}» ya no se puede usar aquí, pero su servidor todavía no confirmó el cierre de sesión. La aplicación le sigue preguntando.',
  keptGone: 'El token de «{{name}}» se borró aquí, pero no se pudo avisar al servidor.',
};

/** Auto-logout and pending log-outs in the journal. */
export const leaseEvents: Spanish<typeof englishEvents> = {
  'lease-changed': 'Cierre automático cambiado',
  'lease-ended': 'Tiempo de una sesión acabado',
  'logout-pending': 'Cierre de sesión pendiente',
  'logout-confirmed': 'Cierre confirmado por el servidor',
  'logout-given-up': 'Cierre nunca confirmado',
};

/** Why a session was ended automatically, or why its ending was given up. */
export const leaseReasons: Spanish<typeof englishReasons> = {
  time: 'por el tiempo fijado',
  lock: 'con el bloqueo',
  'app-quit': 'con la aplicación',
  missed: 'hecho con retraso',
  'asked-often': 'demasiados intentos en vano',
  'token-lost': 'el token ya no está aquí',
  forgotten: 'dejado a mano',
  expired: 'la sesión caducó entretanto',
};
