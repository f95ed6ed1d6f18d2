import type { bulkLogin as english, bulkLoginProblems as englishProblems } from '../en/bulk-login.ts';
import type { Spanish } from '../wording.ts';

/** Logging in to several servers with one password. */
export const bulkLogin: Spanish<typeof english> = {
  open: 'Iniciar sesión en varios…',
  title: 'Iniciar sesión en varios servidores',
  about:
    'Los servidores reciben la contraseña uno tras otro. El primero que la rechaza detiene el proceso, para que ninguna cuenta se bloquee por error.',
  user: 'Nombre de usuario',
  search: 'Buscar entre estos servidores',
  servers: 'Servidores de {{user}}',
  inView: 'Todos los que se ven',
  needed: 'Necesitan un inicio de sesión',
  others: 'Los demás',
  none: 'Aún no hay servidores.',
  nothingFound: 'Ningún servidor de este usuario coincide.',
  plainHttp: 'sin cifrar',
  faceNeeded: 'Pide mostrar la cara: allí no basta con una contraseña.',
  plainWarning_one:
    'La contraseña viaja sin cifrar (http://) a {{count}} servidor: quien escuche la red puede leerla.',
  plainWarning_many:
    'La contraseña viaja sin cifrar (http://) a {{count}} de servidores: quien escuche la red puede leerla.',
  plainWarning_other:
    'La contraseña viaja sin cifrar (http://) a {{count}} servidores: quien escuche la red puede leerla.',
  domainWarning:
    'Es una cuenta de dominio, o puede serlo. Una contraseña incorrecta cuenta para todo el dominio y puede bloquear la cuenta en todas partes.',
  domainAgree: 'Lo sé, y la contraseña es correcta',
  logIn_one: 'Iniciar sesión en {{count}} servidor',
  logIn_many: 'Iniciar sesión en {{count}} de servidores',
  logIn_other: 'Iniciar sesión en {{count}} servidores',
  running: 'Servidor {{at}} de {{count}}',
  finished_one: 'Sesión iniciada en {{done}} de {{count}} servidor',
  finished_many: 'Sesión iniciada en {{done}} de {{count}} de servidores',
  finished_other: 'Sesión iniciada en {{done}} de {{count}} servidores',
  results: 'Resultado',
  stop: 'Detener',
  again: 'Elegir de nuevo',
  outcomes: {
    waiting: 'En espera',
    'logging-in': 'Iniciando sesión…',
    done: 'Sesión iniciada',
    refused: 'Rechazado',
    failed: 'Sin sesión',
    skipped: 'Omitido',
  },
  skips: {
    'refused-elsewhere': 'Otro servidor rechazó la contraseña. No se envió nada.',
    cancelled: 'Se detuvo antes. No se envió nada.',
    'domain-tried': 'Puede que el dominio ya haya rechazado esta contraseña. No se envió nada.',
    'server-tried': 'El mismo servidor no la admitió antes. No se envió nada otra vez.',
    'face-needed': 'Allí no basta con una contraseña. No se envió nada.',
    changed: 'Mientras tanto se cambió su dirección o su usuario. No se envió nada.',
    removed: 'Se eliminó de la lista. No se envió nada.',
    'login-under-way': 'Allí ya había otro inicio de sesión en curso. No se envió nada.',
  },
};

/** Why a login to several servers cannot begin. */
export const bulkLoginProblems: Spanish<typeof englishProblems> = {
  'bulk-login-under-way': {
    title: 'Ya se está iniciando sesión en varios servidores',
    text: 'Espere a que termine o deténgalo.',
  },
  'domain-not-agreed': {
    title: 'Cuenta de dominio',
    text: 'Marque que sabe lo que una contraseña incorrecta supone para una cuenta de dominio.',
  },
};
