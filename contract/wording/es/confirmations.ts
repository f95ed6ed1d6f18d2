import type { ConfirmationWords } from '../en/confirmations.ts';
import type { Spanish } from '../wording.ts';

/** The questions that main asks in the system's own dialogs. */
export const confirmations: Spanish<ConfirmationWords> = {
  cancel: 'Cancelar',
  unusual: {
    ask: '¿Enviar el texto del portapapeles a {{host}}?',
    detail:
      'No parece un token de FindFace: un token tiene 64 dígitos hexadecimales y este texto tiene {{length}} caracteres. Si puede ser una contraseña u otro secreto, cancele.',
    confirm: 'Enviar',
  },
  camera: {
    ask: '¿Encender la cámara para {{host}}?',
    detail:
      'El vídeo de su cara solo se enviará a este servidor cuando pulse el botón de enviar. El permiso vale para este servidor hasta que la aplicación se bloquee o se cierre. Si no ha encendido usted la cámara, cancele.',
    confirm: 'Encender',
  },
  closing: {
    title_one: '¿Salir y olvidar {{count}} token?',
    title_many: '¿Salir y olvidar {{count}} de tokens?',
    title_other: '¿Salir y olvidar {{count}} tokens?',
    text_one: 'Solo está en la memoria. Tendrá que volver a iniciar sesión en ese servidor.',
    text_many: 'Solo están en la memoria. Tendrá que volver a iniciar sesión en esos servidores.',
    text_other: 'Solo están en la memoria. Tendrá que volver a iniciar sesión en esos servidores.',
    quit: 'Salir',
  },
  way: {
    askTrust: '¿Confiar en otro certificado para «{{name}}»?',
    askProxy: '¿Usar otro proxy para «{{name}}»?',
    server: 'Servidor',
    user: 'Usuario',
    trustBefore: 'Confianza actual',
    trustAfter: 'Nueva confianza',
    trustOf: {
      system: 'Almacén de certificados del sistema',
      pin: 'Certificado fijado',
      ca: 'CA propia',
    },
    proxyBefore: 'Proxy actual',
    proxyAfter: 'Proxy nuevo',
    proxyOf: {
      system: 'proxy del sistema',
      direct: 'sin proxy',
    },
    session: 'El token de su sesión se enviará por la conexión nueva.',
    endings: 'También los tokens de los cierres de sesión pendientes.',
    password: 'La contraseña guardada se eliminará.',
    ifNotYou: 'Si no ha sido usted, cancele.',
    confirmTrust: 'Confiar',
    confirmProxy: 'Usar proxy',
  },
};
