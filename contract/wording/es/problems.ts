import type { problems as english } from '../en/problems.ts';
import type { Spanish } from '../wording.ts';

/** Every problem: its title and its sentence. */
export const problems: Spanish<typeof english> = {
  'address-missing': { title: 'Falta la dirección', text: 'Falta la dirección del servidor.' },
  'address-malformed': {
    title: 'No es una dirección',
    text: 'Esto no es una dirección. Sirve una IP, un nombre como findface.example.org o una URL completa.',
  },
  'address-scheme-unsupported': {
    title: 'No es una dirección web',
    text: 'No sirven las direcciones que empiezan por {{scheme}}, solo las que empiezan por https:// o http://.',
  },
  'address-holds-credentials': {
    title: 'Contraseña en la dirección',
    text: 'El nombre de usuario y la contraseña no van en la dirección, sino en los campos de abajo.',
  },
  'address-port-invalid': {
    title: 'No es un puerto',
    text: '{{port}} no es un puerto. Los puertos son números del 1 al 65535.',
  },
  'address-not-confirmed': {
    title: 'Dirección sin confirmar',
    text: 'No se encontró ningún servidor FindFace en esta dirección, así que no se envió la contraseña.',
  },
  'address-too-long': { title: 'Dirección demasiado larga', text: 'El máximo: {{longest}} caracteres.' },
  'name-too-long': {
    title: 'Nombre demasiado largo',
    text: 'Un nombre puede tener hasta {{longest}} caracteres.',
  },
  'user-name-missing': {
    title: 'Falta el nombre de usuario',
    text: 'Falta el nombre de usuario en este servidor.',
  },
  'user-name-has-colon': {
    title: 'Dos puntos en el nombre de usuario',
    text: 'Un nombre de usuario no puede llevar dos puntos: con ellos no se puede iniciar sesión.',
  },
  'user-name-has-control-characters': {
    title: 'Caracteres ocultos',
    text: 'El nombre de usuario lleva caracteres ocultos. Es mejor teclearlo que pegarlo.',
  },
  'user-name-too-long': {
    title: 'Nombre de usuario demasiado largo',
    text: 'Un nombre de usuario puede tener hasta {{longest}} caracteres.',
  },
  'password-missing': { title: 'Falta la contraseña', text: 'Falta la contraseña.' },
  'password-has-nul': {
    title: 'Carácter oculto',
    text: 'La contraseña lleva un carácter que no se puede enviar. Es mejor teclearla que pegarla.',
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
    title: 'No es un token de verificación facial',
    text: 'Esto no es un token de verificación facial. Conviene copiarlo otra vez, sin espacios alrededor.',
  },

  'server-unreachable': { title: 'No se llega al servidor', text: '{{because}} {{untouched}}' },
  'no-answer-in-time': {
    title: 'No se llega al servidor',
    text: '{{host}} no respondió en {{seconds}}\u00a0s. {{untouched}}',
  },
  'certificate-untrusted': {
    title: 'El certificado no es de confianza',
    text: 'No se envió nada a «{{name}}». Su certificado no es de confianza: {{because}}. Hay que compararlo antes de seguir.',
  },
  'certificate-changed': {
    title: 'El certificado ha cambiado',
    text: 'No se envió nada a «{{name}}». Muestra un certificado distinto del de confianza. Hay que compararlo antes de seguir.',
  },
  'tls-not-spoken': {
    title: 'Sin conexión segura',
    text: '{{host}} no responde por HTTPS en ese puerto. Conviene revisar el puerto o poner la dirección con http://.',
  },
  'tls-failed': {
    title: 'Sin conexión segura',
    text: 'La conexión segura con {{host}} falló. No se envió nada. Conviene avisar al administrador del servidor.',
  },
  redirected: {
    title: 'El servidor remite a otra dirección',
    text: '{{host}} remite a {{to}}. Allí no se envió nada. Si es correcto, hay que poner esa dirección.',
  },
  cancelled: { title: 'Cancelado', text: 'La petición a «{{name}}» se canceló. Nada ha cambiado.' },

  'not-findface': {
    title: 'Esto no parece FindFace',
    text: '{{host}} responde, pero no como un servidor FindFace (HTTP {{status}}). ¿Falta un puerto o una ruta?',
  },
  'strange-answer': {
    title: 'Una respuesta extraña',
    text: 'En la respuesta de {{host}} no hay un campo «{{field}}» que sirva. ¿Es FindFace Multi 2? {{untouched}}',
  },
  'answer-too-large': {
    title: 'Una respuesta extraña',
    text: 'La respuesta de {{host}} es mucho mayor que las de FindFace, así que no se leyó. {{untouched}}',
  },
  'answer-compressed': {
    title: 'Una respuesta extraña',
    text: '{{host}} envió una respuesta comprimida, aunque se le pidió que no. ¿Hay un proxy en medio? {{untouched}}',
  },
  'answer-broken': {
    title: 'Una respuesta extraña',
    text: 'La respuesta de {{host}} no se puede leer. ¿Hay un proxy en medio? {{untouched}}',
  },

  'wrong-password': {
    title: 'Usuario o contraseña incorrectos',
    text: '«{{name}}» no aceptó al usuario {{user}} con esta contraseña. Repetir intentos puede bloquear una cuenta de dominio.',
  },
  'face-check-needed': {
    title: 'Aquí no basta la contraseña',
    text: '«{{name}}» pide además al usuario {{user}} una verificación facial.',
  },
  'login-forbidden': {
    title: 'Inicio de sesión no permitido',
    text: '«{{name}}» no deja iniciar sesión al usuario {{user}}. El administrador del servidor sabrá si está activo.',
  },
  'device-blocked': {
    title: 'Este equipo está bloqueado allí',
    text: 'Un administrador bloqueó este equipo en «{{name}}». Solo un administrador puede desbloquearlo.',
  },
  'device-id-refused': {
    title: 'El ID de este equipo fue rechazado',
    text: '«{{name}}» no aceptó el ID de este equipo. Conviene avisar al administrador del servidor.',
  },
  'session-refused': {
    title: 'Sesión terminada en el servidor',
    text: '«{{name}}» ya no acepta la sesión de {{user}}. Puede que la terminara un administrador o alguien desde otro lugar. Hay que iniciarla de nuevo.',
  },
  'foreign-authentication': {
    title: 'Hay otro inicio de sesión delante',
    text: '{{host}} pide un inicio de sesión propio ({{scheme}}), así que no se llegó a FindFace. ¿Hay un proxy en medio?',
  },
  'licence-invalid': {
    title: 'Problema de licencia en el servidor',
    text: '«{{name}}» responde, pero su licencia de FindFace no es válida. La sesión puede seguir siendo buena. Conviene avisar al administrador del servidor.',
  },
  'camera-refused': {
    title: 'Una cámara rechazó al servidor',
    text: 'Una de las cámaras rechazó a «{{name}}». A la sesión no le afecta.',
  },
  'not-allowed': {
    title: 'No permitido',
    text: 'El usuario {{user}} no puede hacer esto en «{{name}}». {{missing}}',
  },
  'not-found': {
    title: 'No está en el servidor',
    text: '«{{name}}» no encontró lo que se le pidió. ¿Es correcta la ruta de la dirección?',
  },
  'request-refused': {
    title: 'El servidor rechazó la petición',
    text: '«{{name}}» no aceptó lo que se le envió. {{parameter}}',
  },
  'request-not-understood': {
    title: 'El servidor no entendió',
    text: '«{{name}}» no entendió la petición. ¿Es FindFace Multi 2?',
  },
  conflict: {
    title: 'El servidor no puede ahora',
    text: '«{{name}}» no puede hacerlo ahora: choca con otra cosa que hay allí. Se puede volver a intentar.',
  },
  'too-many-requests': {
    title: 'Demasiados intentos',
    text: '«{{name}}» pide esperar antes del próximo intento. {{wait}}',
  },
  'server-failed': {
    title: 'El servidor falló',
    text: '«{{name}}» informó de un error propio (HTTP {{status}}). {{untouched}} Se puede volver a intentar.',
  },
  'server-unavailable': {
    title: 'El servidor no está listo',
    text: '«{{name}}» está arrancando o sobrecargado (HTTP {{status}}). {{untouched}} {{wait}}',
  },

  'profile-gone': { title: 'Ya se quitó', text: 'Este servidor ya se quitó de la lista.' },
  'no-session': {
    title: 'Sin sesión',
    text: 'No hay sesión de {{user}} en «{{name}}». Primero hay que iniciarla.',
  },
  'session-expired': {
    title: 'Sesión caducada',
    text: 'La sesión de {{user}} en «{{name}}» caducó ({{moment}}). Hay que iniciarla de nuevo.',
  },
  'session-was-refused': {
    title: 'Sesión terminada en el servidor',
    text: '«{{name}}» ya no acepta la sesión de {{user}}. Hay que iniciarla de nuevo.',
  },
  'certificate-in-doubt': {
    title: 'El certificado ha cambiado',
    text: '«{{name}}» mostró un certificado distinto del de confianza. Revíselo antes de usar la sesión de {{user}}.',
  },
  'login-under-way': {
    title: 'Ya se está iniciando sesión',
    text: 'El usuario {{user}} está iniciando sesión en «{{name}}». Hay que esperar o cancelarlo primero.',
  },
  'secret-unreadable': {
    title: 'El token es ilegible aquí',
    text: 'El token de «{{name}}» por ahora no se abre aquí. Abra el almacén o inicie sesión de nuevo para reemplazarlo; no se pierde nada más.',
  },
  'not-saved': {
    title: 'No se guardó',
    text: 'No se pudo escribir {{file}}: {{because}}. El cambio vale mientras la aplicación siga abierta.',
  },
  'not-written': {
    title: 'No se guardó',
    text: 'No se escribió nada en {{file}}: {{because}}. Se puede elegir otro lugar y repetir.',
  },
  'list-full': {
    title: 'La lista está llena',
    text: 'En la lista caben hasta {{most}} servidores. No se añadió nada; antes hay que quitar alguno.',
  },
  'authorities-full': {
    title: 'Demasiadas autoridades',
    text: 'Aquí se guardan hasta {{most}} autoridades. Esta no se añadió, y nada ha cambiado.',
  },
  'connection-kept': {
    title: 'Conexión sin cambios',
    text: '«{{name}}» conserva su certificado y su proxy. La sesión sigue abierta.',
  },
  'connection-moved': {
    title: 'Inténtelo de nuevo',
    text: 'Algo cambió entretanto en «{{name}}», así que la conexión se ha dejado como estaba.',
  },
  'certificate-not-seen': {
    title: 'El certificado cambió entretanto',
    text: '«{{name}}» no mostró este certificado, así que no se confía en él. Hay que iniciar sesión de nuevo para comparar el que muestra.',
  },
  'clipboard-failed': {
    title: 'El portapapeles no cambió',
    text: 'El sistema no dejó cambiar el portapapeles. Se puede volver a intentar.',
  },
  'browser-not-opened': {
    title: 'El navegador no se abrió',
    text: 'El sistema no pudo abrir la página de «{{name}}». ¿Hay un navegador predeterminado?',
  },
};
