import type { lock as englishLock, store as englishStore } from '../en/store.ts';
import type { Spanish } from '../wording.ts';

/** The lock of the window, and what asks for the passphrase. */
export const lock: Spanish<typeof englishLock> = {
  lock: 'Bloquear',
  locked: 'Bloqueado',
  unlock: 'Desbloquear',
  unlocking: 'Abriendo…',
  unlockWith: 'Desbloquear con {{keeper}}',
  passphrase: 'Frase de contraseña',
  reasons: {
    asked: 'Usted bloqueó esta ventana.',
    idle: 'Bloqueado tras un rato sin actividad.',
    screen: 'Bloqueado junto con la pantalla.',
    sleep: 'Bloqueado al suspenderse el equipo.',
    quit: 'Bloqueado al salir de la aplicación.',
    start: 'El almacén de tokens necesita su frase de contraseña.',
  },
  afterMinutes_one: 'Bloqueado tras {{count}} minuto sin actividad.',
  afterMinutes_many: 'Bloqueado tras {{count}} de minutos sin actividad.',
  afterMinutes_other: 'Bloqueado tras {{count}} minutos sin actividad.',
  covers: 'Este bloqueo cubre la ventana. Quien pueda usar este escritorio puede desbloquearla.',
  nothingOpens:
    'Sin la frase de contraseña no se muestra nada. Al restablecer el almacén, la lista queda vacía.',
  forgotten: '¿Ha olvidado la frase de contraseña?',
  forgetsTitle_one: '¿Bloquear y olvidar {{count}} token?',
  forgetsTitle_many: '¿Bloquear y olvidar {{count}} de tokens?',
  forgetsTitle_other: '¿Bloquear y olvidar {{count}} tokens?',
  forgetsText_one:
    'Está solo en memoria, y el bloqueo la vacía. Habrá que iniciar sesión de nuevo en ese servidor.',
  forgetsText_many:
    'Están solo en memoria, y el bloqueo la vacía. Habrá que iniciar sesión de nuevo en esos servidores.',
  forgetsText_other:
    'Están solo en memoria, y el bloqueo la vacía. Habrá que iniciar sesión de nuevo en esos servidores.',
  lockAnyway: 'Bloquear de todos modos',
  idle: 'Bloquear sin actividad a los',
  minutes_one: '{{count}} minuto',
  minutes_many: '{{count}} de minutos',
  minutes_other: '{{count}} minutos',
  never: 'Nunca',
  withScreen: 'Bloquear junto con la pantalla',
  onSleep: 'Bloquear al suspenderse el equipo',
  onQuit: 'Bloquear al salir de la aplicación',
  onQuitHint: 'La próxima vez empezará bloqueada.',
  onQuitAlways: 'Siempre activado mientras solo la frase de contraseña abra los tokens.',
  cannotTell: 'No disponible en este escritorio.',
  hint: 'El bloqueo oculta todo y olvida los tokens que están solo en memoria.',
};

/** The vault: where tokens and passwords are kept, and what opens it. */
export const store: Spanish<typeof englishStore> = {
  title: 'Almacén de tokens',
  keyring: 'el llavero',
  where: {
    opening: 'El almacén de tokens se abre cuando hace falta.',
    byKeyring: 'Los tokens están cifrados en este equipo. {{keeper}} los abre automáticamente.',
    byPassphrase: 'Los tokens están cifrados en este equipo. Solo los abre la frase de contraseña.',
    byBoth:
      'Los tokens están cifrados en este equipo. {{keeper}} los abre automáticamente; si no, la frase de contraseña.',
  },
  set: 'Crear frase de contraseña…',
  change: 'Cambiar la frase…',
  remove: 'Quitar la frase…',
  setTitle: 'Crear una frase de contraseña',
  setText:
    'La frase abre el almacén de tokens, también cuando el llavero no lo hace. No hay manera de recuperarla.',
  setDo: 'Crear frase',
  changeTitle: 'Cambiar la frase de contraseña',
  changeDo: 'Cambiar frase',
  removeTitle: '¿Quitar la frase de contraseña?',
  removeText:
    'Entonces solo {{keeper}} abrirá el almacén. Si pierde su clave, habrá que iniciar sesión de nuevo en todos los servidores.',
  removeDo: 'Quitar frase',
  onlyWayIn: 'Es la única forma de entrar, por eso no se puede quitar.',
  current: 'Frase actual',
  fresh: 'Frase nueva',
  again: 'Repita la frase nueva',
  againFirst: 'Repita la frase de contraseña',
  shortest: 'Al menos {{count}} caracteres. Lo mejor son varias palabras.',
  mismatch: 'Las frases no coinciden.',
  byItself: 'Abrir automáticamente con {{keeper}}',
  byItselfHint: 'Si se desactiva, siempre hará falta la frase de contraseña, también en cada inicio.',
  byItselfOnly: 'Cree antes una frase de contraseña; si no, nada abriría los tokens.',
  keyringOnTitle: 'Abrir sin frase de contraseña',
  keyringOnText: 'Quien pueda usar este escritorio podrá abrir el almacén sin la frase de contraseña.',
  keyringOnDo: 'Activar',
  keyringOffTitle: 'Pedir siempre la frase de contraseña',
  keyringOffText: 'Todo se cifra con una clave nueva que el llavero no tiene.',
  keyringOffDo: 'Desactivar',
  rotate: 'Cambiar la clave…',
  rotateTitle: 'Cambiar la clave',
  rotateText:
    'Todo se cifra de nuevo con otra clave. Conviene hacerlo si alguien ha podido copiar el almacén de tokens.',
  rotateDo: 'Cambiar la clave',
  rotated: 'Todo está cifrado con una clave nueva.',
  working: 'Un momento…',
  enter: 'Introducir la frase…',
  enterTitle: 'Introducir la frase de contraseña',
  enterText: 'Abre los tokens cifrados en este equipo.',
  tryAgain: 'Reintentar',
  begin: 'Restablecer el almacén…',
  replaceTitle: 'Restablecer el almacén',
  replaceText:
    'Los servidores siguen en la lista. Los tokens y las contraseñas guardadas se archivan y no se podrán abrir sin la frase o el llavero de antes. Habrá que iniciar sesión de nuevo en cada servidor.',
  replaceLockedText:
    'La aplicación empieza con la lista vacía. Los servidores, los tokens, las contraseñas y el registro quedan archivados en la carpeta de datos; no se borra nada. Para recuperar los servidores, importe una copia de seguridad o restaure los archivos.',
  replaceField: 'Escriba {{word}} para confirmar',
  replaceDo: 'Restablecer',
  banner: {
    waiting: {
      title: 'Esperando a {{keeper}}',
      text: 'Responda a su aviso para abrir los tokens.',
    },
    keyringLocked: {
      title: 'El llavero está bloqueado',
      text: 'Hasta que se abra, los tokens nuevos quedan solo en memoria. Lo cifrado sigue como está.',
    },
    keyringLost: {
      title: 'Los tokens cifrados no se abren',
      text: 'Los protegía {{keeper}}, que ahora tiene otra clave. Los servidores y los tokens cifrados se conservan.',
    },
    passphraseNeeded: {
      title: 'Los tokens esperan la frase de contraseña',
      text: 'Están cifrados en este equipo y solo los abre la frase.',
    },
    unreadable: {
      title: 'El almacén de tokens no se puede leer',
      text: 'El archivo está dañado y se conserva tal cual. Hasta empezar otro, los tokens quedan solo en memoria.',
    },
    newer: {
      title: 'El almacén de tokens es de una versión más nueva',
      text: 'No se toca; hasta actualizar la aplicación, los tokens quedan solo en memoria.',
    },
    diskRefused: {
      title: 'El disco no entregó el almacén de tokens',
      text: 'Ahora mismo no se pudo leer el archivo. Los tokens quedan solo en memoria.',
    },
  },
  choice: {
    title: 'Proteja sus tokens',
    missing: 'No se ha encontrado ningún llavero ({{missing}}).',
    keyrings: {
      'gnome-keyring': 'GNOME Keyring no está en marcha',
      kwallet: 'KWallet no está en marcha',
      any: 'no está en marcha GNOME Keyring, KWallet ni KeePassXC',
    },
    seal: 'Cifrar con una frase de contraseña',
    recommended: 'Recomendado',
    sealText: 'La introducirá en cada inicio.',
    memory: 'No guardar los tokens',
    memoryText: 'Tendrá que volver a iniciar sesión tras cada reinicio.',
    later: 'Preguntar más tarde',
    goOn: 'Continuar',
  },
  password: {
    keep: 'Guardar la contraseña en este equipo',
    keptHint: 'Se cifra en este equipo y solo sirve para iniciar sesión de nuevo.',
    forget: 'Olvidar la contraseña',
    term: 'Contraseña',
    kept: 'guardada en este equipo',
  },
  data: {
    title: 'Guardado en este equipo',
    servers: 'Servidores',
    sealed: 'Tokens cifrados',
    memory: 'Tokens solo en memoria',
    passwords: 'Contraseñas guardadas',
  },
};
