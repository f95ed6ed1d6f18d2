import type {
  connection as english,
  connectionProblems as englishProblems,
  connectionReasons as englishReasons,
} from '../en/connection.ts';
import type { Spanish } from '../wording.ts';

/** How a server is reached and whom it has to convince. */
export const connection: Spanish<typeof english> = {
  title: 'Conexión',
  trust: 'Certificado',
  trustOf: {
    system: 'Lo verifica este equipo',
    pin: 'Solo este certificado',
    ca: 'Autoridad propia',
  },
  pinHint: 'Solo se acepta este certificado. Para fijar otro, hay que iniciar sesión y compararlo.',
  pinGone:
    'Al guardar se deja de confiar en el certificado. En el próximo inicio de sesión habrá que compararlo otra vez.',
  caHint: 'Solo se aceptan certificados de esta autoridad emitidos para el nombre del servidor.',
  caNone: 'Aún no hay ninguna autoridad elegida.',
  stopTrusting: 'Dejar de confiar en el certificado',
  chooseFile: 'Elegir un archivo…',
  chooseOther: 'Elegir otro archivo…',
  authorityOf: 'Autoridad',
  unusable_one: 'Otro certificado del archivo no es de una autoridad o está fuera de fecha.',
  unusable_many: 'Otros {{count}} certificados del archivo no son de una autoridad o están fuera de fecha.',
  unusable_other: 'Otros {{count}} certificados del archivo no son de una autoridad o están fuera de fecha.',
  validFor: 'válido {{from}} – {{to}}',
  plainHttp: 'Sin cifrar',
  plainHttpRow: 'Sin cifrar: cualquiera en la red puede leer la contraseña y el token.',
  plainHttpText:
    'Cualquiera en la red puede leer la contraseña y el token. Inicie sesión solo en una red de confianza.',
  plainHttpTrust: 'La dirección empieza por http:, así que no hay certificado.',
  proxy: 'Proxy',
  proxyOf: {
    system: 'Como diga este equipo',
    direct: 'Ninguno, directamente',
    fixed: 'Este proxy',
  },
  proxyUrl: 'Dirección del proxy',
  proxyHint: 'http://host:puerto o socks5://host:puerto. No se guardan usuario ni contraseña.',
  proxyReads:
    'Nada va cifrado, así que este proxy puede leerlo todo. Si la sesión va ahora por otro camino, termina al guardar.',
  way: 'Camino',
  wayDirect: 'directo',
  wayProxy: 'por el proxy {{proxy}}',
  wayProxySystem: 'por el proxy {{proxy}} (según la configuración del equipo)',
  trustedByAuthority: 'verificado por una autoridad propia, elegida el {{day}}',
  authorityPrint: 'SHA-256 de la autoridad',
  pinExpired:
    'El certificado fijado caducó el {{day}}. Se sigue aceptando porque se confía exactamente en este.',
  pinNotYet:
    'El certificado fijado vale solo desde el {{day}}. Se acepta porque se confía exactamente en este.',
  dates: 'Dice valer del {{from}} al {{to}}; el reloj de este equipo marca {{now}}.',
  chooseAuthority: 'Confiar en su autoridad…',
  authorityTitle: '¿Confiar en esta autoridad?',
  authorityText:
    'Desde ahora {{host}} se acepta con cualquier certificado de esta autoridad emitido para su nombre. Hay que comparar la huella con la que indique el administrador.',
  trustAuthority: 'Confiar en esta autoridad',
  pinInstead:
    '¿El administrador indica una autoridad? Entonces su archivo sirve para todos los servidores a la vez.',
};

/** What proxies, TLS and the files of authorities get wrong. */
export const connectionProblems: Spanish<typeof englishProblems> = {
  'proxy-malformed': {
    title: 'No es la dirección de un proxy',
    text: 'Hay que escribirla con su puerto, como http://10.0.0.1:3128 o socks5://10.0.0.1:1080.',
  },
  'proxy-scheme-unsupported': {
    title: 'Este tipo de proxy no se admite',
    text: 'La aplicación usa proxies http:// y socks5://, no {{scheme}}.',
  },
  'proxy-holds-credentials': {
    title: 'Sin contraseñas en la dirección',
    text: 'Un usuario o una contraseña en la dirección quedarían en el disco sin cifrar. Hay que quitarlos; la aplicación no inicia sesión en proxies.',
  },
  'proxy-unreachable': {
    title: 'No se llega al proxy',
    text: 'Nada llegó a «{{name}}». {{proxyIs}} {{because}}',
  },
  'proxy-wants-login': {
    title: 'El proxy pide iniciar sesión',
    text: '{{proxyIs}} Respondió 407: pide iniciar sesión ({{schemes}}), y esta aplicación no lo hace en proxies. No se envió nada a {{host}}. Hace falta un camino sin inicio de sesión, o ir directamente.',
  },
  'proxy-refused': {
    title: 'El proxy rechazó la conexión',
    text: '{{proxyIs}} Respondió {{status}} al pedirle {{host}}. {{hint}} No se envió nada al servidor.',
  },
  'proxy-strange': {
    title: 'No es un proxy de ese tipo',
    text: '{{proxyIs}} No responde como un proxy de ese tipo. Conviene revisar su dirección y su tipo.',
  },
  'proxy-settings-strange': {
    title: 'Ningún proxy que sirva',
    text: 'La configuración de este equipo no indica para {{host}} ningún proxy que la aplicación pueda usar ({{answer}}). Sirven los proxies HTTP y SOCKS5, o ir directamente.',
  },
  'tls-too-old': {
    title: 'El servidor solo usa TLS antiguo',
    text: '{{host}} solo ofrece TLS 1.0 o 1.1, que ya no son seguros. No se envió nada. Su administrador tiene que activar TLS 1.2 o 1.3.',
  },
  'tls-refused': {
    title: 'Sin conexión segura',
    text: '{{host}} cortó el saludo TLS: no comparte ningún cifrado con la aplicación, que rechaza los antiguos, o exige un certificado de cliente. No se envió nada. Conviene avisar a su administrador.',
  },
  'client-certificate-wanted': {
    title: 'El servidor pide un certificado de cliente',
    text: '{{host}} exige un certificado de este equipo. La aplicación nunca envía uno, así que por aquí no se puede iniciar sesión.',
  },
  'https-spoken-here': {
    title: 'Este puerto usa HTTPS',
    text: '{{host}} usa HTTPS en ese puerto. La dirección tiene que empezar por https://.',
  },
  'authority-missing': {
    title: 'Falta la autoridad',
    text: 'No se envió nada a «{{name}}». La autoridad en la que confía ya no está guardada aquí. Hay que elegir su archivo otra vez.',
  },
  'authority-file-unreadable': {
    title: 'El archivo no se puede leer',
    text: 'El sistema no dejó leer el archivo. Hay que elegir otro.',
  },
  'authority-file-too-large': {
    title: 'El archivo es demasiado grande',
    text: 'Un archivo de certificados tiene como mucho {{megabytes}}\u00a0MB. No se tomó nada de él.',
  },
  'authority-file-holds-key': {
    title: 'Hay una clave privada en este archivo',
    text: 'Una clave privada solo debe estar en el servidor. No se tomó nada del archivo. Hay que pedir solo el certificado de la autoridad y guardar bien este archivo.',
  },
  'authority-file-strange': {
    title: 'No hay ningún certificado',
    text: 'El archivo no contiene ningún certificado legible. Una autoridad llega como archivo .pem, .crt, .cer o .der.',
  },
  'authority-file-too-many': {
    title: 'Demasiados certificados',
    text: 'Un archivo puede tener hasta {{most}} certificados. Hay que elegir el archivo de una sola autoridad.',
  },
  'authority-is-none': {
    title: 'No es una autoridad',
    text: '{{subject}} es el certificado de un servidor, no de una autoridad. Para confiar exactamente en este, hay que iniciar sesión y compararlo.',
  },
  'authority-out-of-date': {
    title: 'La autoridad está fuera de fecha',
    text: '{{subject}} vale del {{from}} al {{to}}, y el reloj de este equipo marca {{now}}. Hay que pedir la vigente.',
  },
  'authority-not-chosen': {
    title: 'Ninguna autoridad elegida',
    text: 'Primero hay que elegir el archivo de la autoridad.',
  },
};

/** The parts of the sentences about proxies. */
export const connectionReasons: Spanish<typeof englishReasons> = {
  proxy: {
    'name-unknown': 'Nadie tiene ese nombre.',
    refused: 'Nada escucha en ese puerto.',
    'no-route': 'No hay camino hasta él desde este equipo.',
    'connection-lost': 'Cortó la conexión.',
    'no-answer-in-time': 'No respondió a tiempo.',
    other: 'No se logró conectar con él.',
  },
  proxyIs: {
    system: 'El proxy es {{proxy}}, según la configuración de este equipo.',
    profile: 'El proxy es {{proxy}}, elegido para este servidor.',
  },
  proxyHint: {
    unreachable: 'Tampoco él pudo llegar al servidor.',
    forbidden: 'No deja pasar a la aplicación a ese puerto.',
    other: 'Conviene preguntar a quien lo administra.',
  },
};
