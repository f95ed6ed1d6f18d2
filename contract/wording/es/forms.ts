import type { forms as english } from '../en/forms.ts';
import type { Spanish } from '../wording.ts';

/** The dialogs in which something is typed or decided. */
export const forms: Spanish<typeof english> = {
  add: {
    title: 'Añadir servidor',
    address: 'Dirección del servidor',
    addressHint: 'Una IP, un nombre con puerto o cualquier página del servidor, tal como la tenga.',
    addressExample: '10.0.4.7 o https://findface.example.org:8443',
    name: 'Nombre',
    nameHint: 'Cómo lo llama usted; si queda vacío, la dirección.',
    userName: 'Nombre de usuario',
    password: 'Contraseña',
    passwordHint: 'Se usa una vez para entrar y no se guarda.',
    tags: 'Etiquetas',
    tagsHint: 'Separadas por comas.',
    environment: 'Entorno',
    logIn: 'Entrar',
    saveOnly: 'Guardar sin entrar',
    saved: 'El servidor está guardado.',
  },
  edit: {
    title: 'Editar {{name}}',
    save: 'Guardar',
    losesSession:
      'Con otra dirección u otro usuario se pierde la sesión guardada aquí: tendrá que volver a entrar.',
  },
  login: {
    title: 'Entrar en {{name}}',
    asUser: 'como {{user}}',
    logIn: 'Entrar',
    loggingIn: 'Entrando…',
    faceToken: 'Token de verificación facial',
    faceTokenHint:
      'El token inactivo de una verificación facial, para servidores que piden cara y contraseña.',
    withFaceToken: 'Usar un token de verificación facial',
  },
  remove: {
    title: '¿Quitar {{name}}?',
    text: 'El servidor, sus etiquetas y su token se olvidan en este equipo.',
    textSession: 'Si no sale también, la sesión sigue viva en el servidor ({{left}}).',
    logOutAndRemove: 'Salir y quitar',
    removeOnly: 'Quitar solo aquí',
  },
  certificate: {
    compareTitle: 'Compare el certificado',
    changedTitle: 'El certificado ha cambiado',
    compareText:
      'Aún no se ha enviado nada a {{host}}. Su certificado no es de confianza: {{because}}. Compare la huella con la que le diga su administrador.',
    changedText:
      'No se ha enviado nada a {{host}}. Si su administrador no ha renovado el servidor, puede que haya alguien en medio.',
    fingerprint: 'Huella SHA-256',
    trusted: 'De confianza hasta ahora',
    shownNow: 'La que muestra ahora',
    trust: 'Confiar en este certificado',
  },
  copyAnyway: {
    title: '¿Copiar de todos modos?',
    expired: 'La sesión de {{user}} en {{name}} caducó {{ago}}. El servidor rechazará su cabecera.',
    refused: 'El servidor rechazó la sesión de {{user}} en {{name}}. Su cabecera no funcionará.',
    copy: 'Copiar de todos modos',
    logInAgain: 'Volver a entrar',
  },
  copyProduction: {
    title: '¿Copiar una cabecera de producción?',
    text: '{{name}} es un servidor de producción. Quien pegue esta cabecera actuará allí como {{user}}.',
    copy: 'Copiar',
  },
};
