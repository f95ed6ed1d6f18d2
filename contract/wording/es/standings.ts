import type { standings as english } from '../en/standings.ts';
import type { Spanish } from '../wording.ts';

/** Where a session stands, in words. */
export const standings: Spanish<typeof english> = {
  'logged-out': { word: 'sin sesión', text: 'Aquí no hay sesión: falta iniciarla.' },
  'logging-in': { word: 'iniciando sesión…', text: 'Esperando la respuesta del servidor.' },
  'logging-out': { word: 'cerrando sesión…', text: 'Se está pidiendo al servidor que termine la sesión.' },
  'log-out-pending': {
    word: 'cierre pendiente',
    text: 'La sesión terminó aquí, pero su servidor todavía no lo confirmó.',
  },
  accepted: { word: 'aceptada', text: 'Aceptada por el servidor' },
  expiring: { word: 'caduca en {{span}}', text: 'Aceptada, pero caduca pronto' },
  expired: {
    word: 'caducada',
    text: 'A la sesión se le acabó el tiempo. Hay que iniciarla de nuevo; no se pierde nada más.',
  },
  refused: {
    word: 'rechazada',
    second: 'por el servidor',
    text: 'El servidor ya no acepta esta sesión. Puede que la terminaran desde otro lugar.',
  },
  blocked: {
    word: 'bloqueada',
    second: 'por un administrador',
    text: 'Un administrador bloqueó este equipo en el servidor.',
  },
  licence: {
    word: 'problema de licencia',
    text: 'El servidor responde, pero su licencia de FindFace no es válida. La sesión puede seguir siendo buena.',
  },
  unreachable: {
    word: 'servidor inaccesible',
    text: 'No se pudo preguntar al servidor. La sesión sigue intacta.',
  },
  'certificate-changed': {
    word: 'certificado cambiado',
    second: 'no se envió nada',
    text: 'El servidor muestra un certificado distinto del de confianza. No se envió nada.',
  },
  uncertain: {
    word: 'respuesta poco clara',
    text: 'El servidor respondió, pero no con la claridad suficiente para juzgar la sesión.',
  },
  'not-checked': {
    word: 'aún sin comprobar',
    text: 'Todavía no se ha preguntado al servidor por esta sesión.',
  },
  unreadable: {
    word: 'token ilegible aquí',
    second: 'no se abre por ahora',
    text: 'El token está guardado, pero por ahora no se abre aquí. Abra el almacén o inicie sesión de nuevo para reemplazarlo.',
  },
};
