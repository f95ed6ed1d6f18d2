import type { forms as english } from '../en/forms.ts';
import type { Spanish } from '../wording.ts';

/** The dialogs in which something is typed or decided. */
export const forms: Spanish<typeof english> = {
  add: {
    title: 'Añadir servidor',
    titleLike: 'Añadir otra cuenta en {{name}}',
    cancelled:
      'Inicio de sesión cancelado. Si el servidor ya lo había aceptado, puede que exista una sesión allí.',
    saveAndShowFace: 'Guardar e iniciar sesión con la cara',
    address: 'Dirección del servidor',
    addressHint: 'Dirección IP, nombre de host o URL de cualquier página del servidor.',
    addressExample: '10.0.4.7 o https://findface.example.org:8443',
    name: 'Nombre',
    nameHint: 'Opcional. Si queda vacío, será la dirección.',
    userName: 'Nombre de usuario',
    password: 'Contraseña',
    passwordHint: 'Solo se usa para iniciar sesión y no se guarda.',
    tags: 'Etiquetas',
    tagsHint: 'Separadas por comas.',
    environment: 'Entorno',
    logIn: 'Iniciar sesión',
    saveOnly: 'Guardar sin iniciar sesión',
  },
  edit: {
    title: 'Editar «{{name}}»',
    save: 'Guardar',
    losesSession:
      'Si cambia la dirección o el nombre de usuario, la sesión de aquí termina y habrá que iniciarla de nuevo.',
  },
  login: {
    title: 'Iniciar sesión en «{{name}}»',
    asUser: 'como {{user}}',
    logIn: 'Iniciar sesión',
    loggingIn: 'Iniciando sesión…',
    faceToken: 'Token de verificación facial',
    faceTokenHint:
      'El token inactivo de una verificación facial, para servidores que piden cara y contraseña.',
    withFaceToken: 'Usar un token de verificación facial',
  },
  remove: {
    title: '¿Quitar «{{name}}»?',
    text: 'El servidor, sus etiquetas y su token se borran de este equipo.',
    textSession: 'Si no se cierra, la sesión sigue viva en el servidor ({{left}}).',
    logOutAndRemove: 'Cerrar sesión y quitar',
    removeOnly: 'Quitar',
  },
  certificate: {
    compareTitle: 'Comparar el certificado',
    changedTitle: 'El certificado ha cambiado',
    compareText:
      'Aún no se ha enviado nada a {{host}}. Su certificado no es de confianza: {{because}}. Hay que comparar la huella con la que indique el administrador.',
    changedText:
      'No se ha enviado nada a {{host}}. Si el administrador no ha renovado el certificado, alguien podría estar interceptando la conexión.',
    fingerprint: 'Huella SHA-256',
    trusted: 'La de confianza hasta ahora',
    shownNow: 'La que muestra ahora',
    trust: 'Confiar en este certificado',
  },
  copyAnyway: {
    title: '¿Copiar de todos modos?',
    expired: 'La sesión de {{user}} en «{{name}}» caducó {{ago}}. El servidor rechazará su encabezado.',
    refused: 'El servidor rechazó la sesión de {{user}} en «{{name}}». Su encabezado no funcionará.',
    certificate:
      '«{{name}}» mostró un certificado en el que no se confía. El encabezado que se copie ahora puede acabar en un servidor ajeno.',
    copy: 'Copiar de todos modos',
    logInAgain: 'Volver a iniciar sesión',
  },
  copyProduction: {
    title: '¿Copiar un encabezado de producción?',
    text: '«{{name}}» es un servidor de producción. Quien pegue este encabezado actuará allí como {{user}}.',
    copy: 'Copiar encabezado',
  },
};
