import type { standings as english } from '../en/standings.ts';
import type { Spanish } from '../wording.ts';

/** Where a session stands, in words. */
export const standings: Spanish<typeof english> = {
  'logged-out': { word: 'sin sesión', text: 'Aquí no hay sesión. Entre para obtener una.' },
  'logging-in': { word: 'entrando…', text: 'Esperando la respuesta del servidor.' },
  'logging-out': { word: 'saliendo…', text: 'Se pide al servidor que termine la sesión.' },
  accepted: { word: 'aceptada', text: 'Aceptada por el servidor' },
  expiring: { word: 'caduca en {{span}}', text: 'Aceptada, pero termina pronto' },
  expired: {
    word: 'caducada',
    text: 'La sesión ha llegado a su fin. Vuelva a entrar; no se pierde nada más.',
  },
  refused: {
    word: 'rechazada por el servidor',
    second: 'terminada en otro lugar',
    text: 'El servidor ya no acepta esta sesión. Puede que se terminara desde otro lugar.',
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
    text: 'No se pudo preguntar al servidor. La sesión no se ha tocado.',
  },
  'certificate-changed': {
    word: 'certificado cambiado',
    second: 'no se envió nada',
    text: 'El servidor muestra un certificado distinto del de confianza. No se envió nada.',
  },
  uncertain: {
    word: 'respuesta poco clara',
    text: 'El servidor respondió, pero no lo bastante claro para juzgar la sesión.',
  },
  'not-checked': {
    word: 'aún sin comprobar',
    text: 'Todavía no se ha preguntado al servidor por esta sesión.',
  },
  unreadable: {
    word: 'secreto ilegible aquí',
    second: 'sellado en otro lugar',
    text: 'El token se selló en otro lugar y aquí no se puede abrir. Vuelva a entrar para reemplazarlo.',
  },
};
