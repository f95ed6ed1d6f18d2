import type {
  face as englishFace,
  pasted as englishPasted,
  faceProblems as englishProblems,
  faceReasons as englishReasons,
} from '../en/face.ts';
import type { Spanish } from '../wording.ts';

/** Logging in and renewing by a video of a face. */
export const face: Spanish<typeof englishFace> = {
  logIn: 'Iniciar sesión con la cara…',
  renew: 'Renovar con la cara…',
  title: 'Iniciar sesión con la cara: «{{name}}»',
  renewTitle: 'Renovar con la cara: «{{name}}»',
  lead: 'El servidor mira un vídeo de unos 3 segundos. El vídeo se envía solo a {{host}} y la aplicación no lo guarda.',
  thenPassword: 'Después de la cara, este servidor pide la contraseña.',
  sameToken: 'El token sigue siendo el mismo; solo cambia cuándo termina.',
  turnOn: 'Encender la cámara',
  choose: 'Elegir un vídeo…',
  camera: 'Cámara',
  cameraNumber: 'Cámara {{number}}',
  starting: 'Encendiendo la cámara…',
  look: 'Mire de frente a la cámara, con luz en la cara.',
  record: 'Grabar',
  recording: 'Grabando…',
  again: 'Grabar otra vez',
  isGood: '¿Se ve bien la cara?',
  chosen: '{{file}} ({{mb}} MB)',
  send: 'Enviar e iniciar sesión',
  sendToRenew: 'Enviar y renovar',
  sending: 'El servidor está mirando el vídeo…',
  picture: 'Imagen de la cámara',
  recorded: 'Vídeo grabado',
  withPassword: 'Iniciar sesión con contraseña',
  recognised: 'Cara reconocida. Falta la contraseña.',
  wayIn: 'Sesión iniciada con',
  waysIn: { password: 'contraseña', face: 'la cara', pasted: 'un token del portapapeles' },
};

/** Taking over a token that was made elsewhere. */
export const pasted: Spanish<typeof englishPasted> = {
  open: 'Usar un token del portapapeles…',
  title: 'Usar un token para «{{name}}»',
  lead: 'Para un token creado en otro sitio, como la página de documentación de la API. La aplicación lee el portapapeles una vez, pregunta a {{host}} de quién es el token y lo guarda. El token no se muestra.',
  read: 'Leer el portapapeles',
  asking: 'Preguntando al servidor…',
  otherTitle: 'Un token de otro usuario',
  other: 'Este token es de {{other}}, pero el usuario de este servidor es {{user}}.',
  keep: 'Guardarlo de todos modos',
  kept: 'El token está guardado. No se sabe cuándo termina: el servidor no lo dice de un token ya creado.',
  onClipboard: 'Sigue en el portapapeles.',
  clear: 'Vaciar el portapapeles',
  cleared: 'El token ya no está en el portapapeles.',
};

/** What goes wrong with faces and pasted tokens. */
export const faceProblems: Spanish<typeof englishProblems> = {
  'face-not-recognised': {
    title: 'Cara no reconocida',
    text: '«{{name}}» no reconoció la cara del vídeo. Grábelo otra vez con más luz, mirando de frente a la cámara.',
  },
  'face-not-offered': { title: 'Aquí no se usa la cara', text: '{{because}}' },
  'face-of-other-user': {
    title: 'La cara de otro usuario',
    text: '«{{name}}» reconoció la cara de {{other}}, pero el usuario de este servidor es {{user}}. No se ha guardado nada.',
  },
  'face-token-refused': {
    title: 'Hay que mostrar la cara otra vez',
    text: '«{{name}}» ya no acepta la cara mostrada antes de la contraseña. Muéstrela de nuevo.',
  },
  'face-needs-https': {
    title: 'Sin HTTPS no se envía la cara',
    text: 'FindFace solo acepta caras por HTTPS. Escriba la dirección de {{host}} con https:// o inicie sesión con contraseña.',
  },
  'video-refused': { title: 'Vídeo rechazado', text: '{{because}}' },
  'video-missing': { title: 'Falta el vídeo', text: 'Grabe un vídeo o elija un archivo.' },
  'video-too-large': { title: 'Vídeo demasiado grande', text: 'Un vídeo puede ocupar hasta {{mb}}\u00a0MB.' },
  'video-unknown': {
    title: 'No es un vídeo',
    text: '{{file}} no es un vídeo que se pueda enviar. Elija un archivo WebM, MP4, MOV, MKV o AVI.',
  },
  'video-not-read': { title: 'Archivo no leído', text: 'No se pudo leer {{file}}.' },
  'camera-failed': {
    title: 'La cámara no da imagen',
    text: '{{because}} En su lugar puede elegir un vídeo.',
  },
  'clipboard-empty': {
    title: 'No hay texto en el portapapeles',
    text: 'Copie antes el token, solo o como «Authorization: Token …».',
  },
  'token-malformed': {
    title: 'No hay un token en el portapapeles',
    text: 'Lo que hay en el portapapeles no puede ser un token. Cópielo solo o como «Authorization: Token …».',
  },
  'token-of-other-kind': { title: 'Otro tipo de token', text: '{{because}}' },
  'pasted-token-refused': {
    title: 'El servidor no acepta este token',
    text: '«{{name}}» no conoce este token, o ya no. No se ha guardado nada.',
  },
  'pasted-token-own': {
    title: 'Ya está en uso aquí',
    text: 'Es la sesión que «{{name}}» ya tiene. No se ha enviado nada.',
  },
  'pasted-token-of-other': {
    title: 'Sesión de otro servidor',
    text: 'Es la sesión de «{{other}}», usuario {{otherUser}}. No se ha enviado a «{{name}}».',
  },
  'pasted-token-gone': {
    title: 'Lea el portapapeles otra vez',
    text: 'Lo que se leyó del portapapeles se ha olvidado entretanto.',
  },
};

/** The reasons in those sentences. */
export const faceReasons: Spanish<typeof englishReasons> = {
  face: {
    login: 'Este servidor no permite iniciar sesión con la cara. Use la contraseña.',
    renewal: 'Este servidor no renueva sesiones con la cara. Inicie sesión otra vez.',
  },
  video: {
    'too-large': 'El vídeo es demasiado grande para este servidor. Elija uno más corto.',
    unusable: 'El servidor no puede usar este vídeo. Grábelo otra vez o elija otro archivo.',
  },
  camera: {
    none: 'No se encontró ninguna cámara.',
    refused: 'El sistema no permite a la aplicación usar la cámara.',
    busy: 'Otro programa está usando la cámara.',
    failed: 'La cámara no se enciende.',
  },
  token: {
    detector:
      'Es un token de un detector externo o de una cámara (32 cifras hexadecimales). Envía eventos y no abre ninguna sesión.',
    'vms-plugin': 'Es un token de un complemento para VMS. No abre ninguna sesión.',
    lite: 'Es un token de FindFace Lite o de otro producto (JWT). FindFace Multi no lo acepta.',
    enterprise: 'Es una clave de FindFace Enterprise Server SDK. FindFace Multi no la acepta.',
    bearer: 'Es un encabezado con «Bearer». FindFace Multi solo acepta «Token».',
    basic: 'Es un encabezado con usuario y contraseña. Inicie sesión con ellos.',
    address: 'Es una dirección. Un token en una dirección no es el de una sesión; copie solo el token.',
  },
};
