import type { problems as english } from '../en/problems.ts';
import type { Spanish } from '../wording.ts';

/** Every problem: its title and its sentence. */
export const problems: Spanish<typeof english> = {
  'address-missing': { title: 'Falta la dirección', text: 'Escriba la dirección del servidor.' },
  'address-malformed': {
    title: 'No es una dirección',
    text: 'Esto no es una dirección. Escriba una IP, un nombre como findface.example.org o una URL completa.',
  },
  'address-scheme-unsupported': {
    title: 'No es una dirección web',
    text: 'No sirven las direcciones que empiezan por {{scheme}}. Escriba una con https:// o http://.',
  },
  'address-holds-credentials': {
    title: 'Contraseña en la dirección',
    text: 'Quite de la dirección el usuario y la contraseña y escríbalos abajo.',
  },
  'address-port-invalid': {
    title: 'No es un puerto',
    text: '{{port}} no es un puerto. Los puertos son números del 1 al 65535.',
  },
  'address-too-long': {
    title: 'Dirección demasiado larga',
    text: 'Una dirección puede tener hasta {{longest}} caracteres.',
  },
  'name-too-long': {
    title: 'Nombre demasiado largo',
    text: 'Un nombre puede tener hasta {{longest}} caracteres.',
  },
  'user-name-missing': {
    title: 'Falta el usuario',
    text: 'Escriba su nombre de usuario en este servidor.',
  },
  'user-name-has-colon': {
    title: 'Usuario con dos puntos',
    text: 'Un nombre de usuario no puede llevar dos puntos: no se podría enviar.',
  },
  'user-name-has-control-characters': {
    title: 'Caracteres ocultos',
    text: 'El nombre de usuario lleva caracteres ocultos. Escríbalo en vez de pegarlo.',
  },
  'user-name-too-long': {
    title: 'Usuario demasiado largo',
    text: 'Un nombre de usuario puede tener hasta {{longest}} caracteres.',
  },
  'password-missing': { title: 'Falta la contraseña', text: 'Escriba su contraseña.' },
  'password-has-nul': {
    title: 'Carácter oculto',
    text: 'La contraseña lleva un carácter que no se puede enviar. Escríbala en vez de pegarla.',
  },
  'password-too-long': {
    title: 'Contraseña demasiado larga',
    text: 'Una contraseña puede tener hasta {{longest}} caracteres.',
  },
  'tag-too-long': {
    title: 'Etiqueta demasiado larga',
    text: 'Una etiqueta puede tener hasta {{longest}} caracteres.',
  },
  'too-many-tags': {
    title: 'Demasiadas etiquetas',
    text: 'Un servidor puede tener hasta {{most}} etiquetas.',
  },
  'face-token-malformed': {
    title: 'No es un token facial',
    text: 'Esto no es un token de verificación facial. Cópielo otra vez, sin espacios alrededor.',
  },

  'server-unreachable': { title: 'No se llega al servidor', text: '{{because}} {{untouched}}' },
  'no-answer-in-time': {
    title: 'No se llega al servidor',
    text: '{{host}} no respondió en {{seconds}} s. {{untouched}}',
  },
  'certificate-untrusted': {
    title: 'El certificado no es de confianza',
    text: 'No se envió nada a {{name}}. Su certificado no es de confianza: {{because}}. Compárelo antes de seguir.',
  },
  'certificate-changed': {
    title: 'El certificado ha cambiado',
    text: 'No se envió nada a {{name}}. Muestra un certificado distinto del de confianza. Compárelo antes de seguir.',
  },
  'tls-not-spoken': {
    title: 'Sin conexión segura',
    text: '{{host}} no habla HTTPS en ese puerto. Revise el puerto o escriba la dirección con http://.',
  },
  'tls-failed': {
    title: 'Sin conexión segura',
    text: 'La conexión segura con {{host}} falló. No se envió nada. Avise al administrador del servidor.',
  },
  redirected: {
    title: 'El servidor señala a otro sitio',
    text: '{{host}} quiere llevarle a {{to}}. Allí no se envió nada. Si es correcto, escríbalo como dirección.',
  },
  cancelled: {
    title: 'Cancelado',
    text: 'La petición a {{name}} se canceló. Nada ha cambiado.',
  },

  'not-findface': {
    title: 'Esto no parece FindFace',
    text: '{{host}} responde, pero no como un servidor FindFace (HTTP {{status}}). ¿Falta un puerto o una ruta?',
  },
  'strange-answer': {
    title: 'Una respuesta extraña',
    text: '{{host}} respondió sin un campo «{{field}}» utilizable. ¿Es FindFace Multi 2? {{untouched}}',
  },
  'answer-too-large': {
    title: 'Una respuesta extraña',
    text: 'La respuesta de {{host}} es mucho mayor que la de un servidor FindFace, así que no se leyó. {{untouched}}',
  },
  'answer-compressed': {
    title: 'Una respuesta extraña',
    text: '{{host}} envió una respuesta comprimida aunque se le pidió que no. ¿Hay un proxy en medio? {{untouched}}',
  },
  'answer-broken': {
    title: 'Una respuesta extraña',
    text: 'La respuesta de {{host}} no se puede leer. ¿Hay un proxy en medio? {{untouched}}',
  },

  'wrong-password': {
    title: 'Usuario o contraseña incorrectos',
    text: '{{name}} no aceptó al usuario {{user}} con esta contraseña. Repetir intentos puede bloquear una cuenta de dominio.',
  },
  'face-check-needed': {
    title: 'Aquí no basta la contraseña',
    text: '{{name}} pide además al usuario {{user}} una verificación facial.',
  },
  'login-forbidden': {
    title: 'Entrada no permitida',
    text: '{{name}} no permite entrar a {{user}}. Pregunte a su administrador si el usuario está activo.',
  },
  'device-blocked': {
    title: 'Este equipo está bloqueado allí',
    text: 'Un administrador bloqueó este equipo en {{name}}. Solo un administrador puede quitar el bloqueo.',
  },
  'device-id-refused': {
    title: 'El id de este equipo fue rechazado',
    text: '{{name}} no aceptó el id de este equipo. Avise a su administrador.',
  },
  'session-refused': {
    title: 'Sesión terminada en el servidor',
    text: '{{name}} ya no acepta la sesión de {{user}}. Puede que la terminara un administrador o desde otro lugar. Vuelva a entrar.',
  },
  'foreign-authentication': {
    title: 'Hay otra puerta delante',
    text: '{{host}} pide su propia autenticación ({{scheme}}), así que no se llegó a FindFace. ¿Hay un proxy en medio?',
  },
  'licence-invalid': {
    title: 'Problema de licencia en el servidor',
    text: '{{name}} responde, pero su licencia de FindFace no es válida. Su sesión puede seguir siendo buena. Avise a su administrador.',
  },
  'camera-refused': {
    title: 'Una cámara rechazó al servidor',
    text: 'Una de las cámaras de {{name}} lo rechazó. Su sesión no está afectada.',
  },
  'not-allowed': {
    title: 'No permitido',
    text: 'El usuario {{user}} no puede hacer esto en {{name}}. {{missing}}',
  },
  'not-found': {
    title: 'No está en el servidor',
    text: '{{name}} no conoce lo que se le pidió. ¿Es correcta la ruta de su dirección?',
  },
  'request-refused': {
    title: 'El servidor rechazó la petición',
    text: '{{name}} no aceptó lo que se envió. {{parameter}}',
  },
  'request-not-understood': {
    title: 'El servidor no entendió',
    text: '{{name}} no entendió la petición. ¿Es FindFace Multi 2?',
  },
  conflict: {
    title: 'El servidor no puede ahora',
    text: '{{name}} no puede hacerlo ahora porque contradice otra cosa que hay allí. Inténtelo de nuevo.',
  },
  'too-many-requests': {
    title: 'Demasiados intentos',
    text: '{{name}} pide esperar antes del próximo intento. {{wait}}',
  },
  'server-failed': {
    title: 'El servidor falló',
    text: '{{name}} informó de un error propio (HTTP {{status}}). Su sesión no se ha tocado. Inténtelo de nuevo.',
  },
  'server-unavailable': {
    title: 'El servidor no está listo',
    text: '{{name}} está arrancando o sobrecargado (HTTP {{status}}). Su sesión no se ha tocado. Inténtelo en un minuto.',
  },

  'profile-gone': { title: 'Ya se quitó', text: 'Este servidor se quitó de la lista.' },
  'no-session': {
    title: 'Sin sesión',
    text: 'No hay sesión de {{user}} en {{name}}. Entre primero.',
  },
  'session-expired': {
    title: 'Sesión caducada',
    text: 'La sesión de {{user}} en {{name}} caducó: {{moment}}. Vuelva a entrar.',
  },
  'session-was-refused': {
    title: 'Sesión terminada en el servidor',
    text: '{{name}} ya no acepta la sesión de {{user}}. Vuelva a entrar.',
  },
  'login-under-way': {
    title: 'Ya se está entrando',
    text: '{{user}} está entrando en {{name}}. Espere o cancélelo antes.',
  },
  'secret-unreadable': {
    title: 'El token no se puede abrir aquí',
    text: 'El token de {{name}} se selló en otro lugar. Vuelva a entrar para reemplazarlo; no se pierde nada más.',
  },
  'not-saved': {
    title: 'No se guardó',
    text: 'No se pudo escribir {{file}}: {{because}}. El cambio dura hasta cerrar la aplicación.',
  },
  'certificate-not-seen': {
    title: 'El certificado cambió entretanto',
    text: '{{name}} no mostró este certificado, así que no se confía en él. Vuelva a entrar para comparar el que muestra.',
  },
  'clipboard-failed': {
    title: 'El portapapeles no lo aceptó',
    text: 'El sistema no dejó cambiar el portapapeles. Inténtelo de nuevo.',
  },
  'browser-not-opened': {
    title: 'El navegador no se abrió',
    text: 'El sistema no pudo abrir la página de {{name}}. ¿Hay un navegador predeterminado?',
  },
  'logout-unconfirmed': {
    title: 'Salió aquí, sin confirmar allí',
    text: 'El token de {{name}} se borró aquí, pero no se pudo avisar al servidor. {{rest}}',
  },
};
