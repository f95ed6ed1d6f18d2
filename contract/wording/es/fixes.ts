import type { fixes as english } from '../en/fixes.ts';
import type { Spanish } from '../wording.ts';

/** The parts that some sentences are completed with, and the buttons that name the next step. */
export const fixes: Spanish<typeof english> = {
  untouched: 'Su sesión no se ha tocado.',
  missing: 'Falta el permiso {{rights}}.',
  parameter: 'Objeta «{{parameter}}».',
  waitSeconds: 'Inténtelo de nuevo en {{seconds}} s.',
  waitABit: 'Inténtelo de nuevo en unos minutos.',
  mayLastUntil: 'La sesión puede durar allí hasta: {{moment}}.',
  mayLast: 'La sesión puede durar allí hasta que termine sola.',
  face: 'Esta aplicación no puede hacerlo: entre con el navegador.',
  faceAndPassword: 'Escriba el token de una verificación facial o entre con el navegador.',
  logIn: 'Entrar',
  logInAgain: 'Volver a entrar',
  checkAgain: 'Comprobar otra vez',
  compare: 'Comparar…',
  editAddress: 'Editar la dirección…',
  copyDeviceId: 'Copiar el id del equipo',
  openInBrowser: 'Abrir en el navegador',
};
