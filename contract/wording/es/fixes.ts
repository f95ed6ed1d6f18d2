import type { fixes as english } from '../en/fixes.ts';
import type { Spanish } from '../wording.ts';

/** The parts that some sentences are completed with, and the buttons that name the next step. */
export const fixes: Spanish<typeof english> = {
  untouched: 'La sesión sigue intacta.',
  missing: 'Permisos que faltan: {{rights}}.',
  parameter: 'No le sirve «{{parameter}}».',
  waitSeconds: 'Se puede volver a intentar en {{seconds}}\u00a0s.',
  waitABit: 'Se puede volver a intentar en unos minutos.',
  mayLastUntil: 'La sesión puede seguir viva allí hasta su fin: {{moment}}.',
  mayLast: 'La sesión puede seguir viva allí hasta que termine sola.',
  face: 'Muestre la cara aquí o inicie sesión con el navegador.',
  faceAndPassword: 'Muestre antes la cara aquí o escriba el token de una verificación facial.',
  logIn: 'Iniciar sesión',
  logInAgain: 'Volver a iniciar sesión',
  checkAgain: 'Comprobar de nuevo',
  compare: 'Comparar…',
  editAddress: 'Editar la dirección…',
  editConnection: 'Cambiar la conexión…',
  copyDeviceId: 'Copiar ID del equipo',
  openInBrowser: 'Abrir en el navegador',
};
