import type { reasons as english } from '../en/reasons.ts';
import type { Spanish } from '../wording.ts';

/** Why something did not come about, as the end of a sentence. */
export const reasons: Spanish<typeof english> = {
  unreachable: {
    'name-unknown': 'Ningún servidor se llama {{host}}. Conviene revisar la dirección y la red.',
    refused: '{{host}} rechaza la conexión. Revise el puerto.',
    'no-route': 'Desde este equipo no hay camino hasta {{host}}. Conviene revisar la red o la VPN.',
    'connection-lost': 'La conexión con {{host}} se cortó antes de que llegara toda la respuesta.',
    'no-answer-in-time': '{{host}} no respondió a tiempo.',
    other: 'No se pudo conectar con {{host}}.',
  },
  distrust: {
    'self-signed': 'está firmado por sí mismo',
    'issuer-unknown': 'este equipo no conoce a su emisor',
    expired: 'ha caducado',
    'not-yet-valid': 'aún no es válido',
    'wrong-host': 'está emitido para otro nombre',
    other: 'no se pudo verificar',
  },
  save: {
    'disk-full': 'el disco está lleno',
    'not-permitted': 'no está permitido escribir ahí',
    'read-only': 'el disco es de solo lectura',
    'newer-version': 'el archivo es de una versión más nueva de la aplicación',
    unreadable: 'el archivo que hay allí no se puede leer',
    other: 'el sistema no lo permitió',
  },
};
