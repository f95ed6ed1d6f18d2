import type { storeProblems as english, storeReasons as englishReasons } from '../en/store-problems.ts';
import type { Spanish } from '../wording.ts';

/** Problems of the passphrase, the vault and the lock. */
export const storeProblems: Spanish<typeof english> = {
  'passphrase-too-short': {
    title: 'Frase de contraseña demasiado corta',
    text: 'Hacen falta al menos {{shortest}} caracteres. Unas cuantas palabras se recuerdan bien y se adivinan mal.',
  },
  'passphrase-too-long': {
    title: 'Frase de contraseña demasiado larga',
    text: 'Se admiten hasta {{longest}} caracteres.',
  },
  'passphrase-wrong': {
    title: 'Frase de contraseña incorrecta',
    text: 'Frase de contraseña incorrecta. Inténtelo de nuevo.',
  },
  'passphrase-later': {
    title: 'Espere un momento',
    text: 'Demasiados intentos fallidos. Inténtelo de nuevo en {{seconds}} s.',
  },
  'current-passphrase-wrong': {
    title: 'Frase de contraseña incorrecta',
    text: 'La frase actual no es correcta. No ha cambiado nada.',
  },
  locked: { title: 'Bloqueado', text: 'La ventana está bloqueada. Desbloquéela primero.' },
  'keyring-not-open': { title: 'El llavero no se abrió', text: '{{because}}' },
  'store-not-open': {
    title: 'El almacén de tokens no está abierto',
    text: 'Mientras esté cerrado no se puede cambiar. Ábralo primero.',
  },
  'last-way-in': {
    title: 'Es la única forma de entrar',
    text: 'Sin ella nadie podría abrir el almacén. Configure antes la otra.',
  },
  'records-unreadable': {
    title: 'Algunos secretos no se abren',
    text: 'Secretos que aquí no se abren: {{count}}, así que la clave no se cambió. Inicie sesión de nuevo en los servidores marcados o quítelos, y repita.',
  },
  'word-does-not-match': {
    title: 'Escriba la palabra',
    text: 'Escriba {{word}} para restablecer el almacén. Hasta entonces no cambia nada.',
  },
  'password-not-kept': {
    title: 'Aquí no se guardan contraseñas',
    text: '{{because}} No se ha enviado nada; inicie sesión sin guardar la contraseña.',
  },
  'no-kept-password': {
    title: 'No hay contraseña guardada',
    text: 'No hay contraseña guardada de {{user}} para «{{name}}». Inicie sesión con la contraseña.',
  },
};

/** Why a keyring did not open, and why a password is not kept. */
export const storeReasons: Spanish<typeof englishReasons> = {
  keyring: {
    'keyring-locked': 'Está bloqueado o pregunta algo en otra ventana. Responda e inténtelo de nuevo.',
    'keyring-lost': 'Tiene otra clave que la que selló los tokens. Se conservan como están.',
    'no-keyring': 'Este escritorio no tiene ningún llavero que selle nada.',
  },
  keep: {
    'plain-http': 'No disponible para servidores http://.',
    'not-sealed': 'Ahora mismo no se sella nada en este equipo.',
  },
};
