import type { fixes as english } from '../en/fixes.ts';
import type { Russian } from '../wording.ts';

/** The parts that some sentences are completed with, and the buttons that name the next step. */
export const fixes: Russian<typeof english> = {
  untouched: 'Сессия не пострадала.',
  missing: 'Не хватает прав: {{rights}}.',
  parameter: 'Ему не подошло «{{parameter}}».',
  waitSeconds: 'Попробуйте ещё раз через {{seconds}}\u00a0с.',
  waitABit: 'Попробуйте ещё раз через несколько минут.',
  mayLastUntil: 'Сессия может остаться там, пока не истечёт: {{moment}}.',
  mayLast: 'Сессия может остаться там, пока не истечёт сама.',
  face: 'Покажите лицо здесь или войдите через браузер.',
  faceAndPassword: 'Сначала покажите лицо здесь или введите токен проверки лица.',
  logIn: 'Войти',
  logInAgain: 'Войти снова',
  checkAgain: 'Проверить снова',
  compare: 'Сверить…',
  editAddress: 'Изменить адрес…',
  editConnection: 'Изменить соединение…',
  copyDeviceId: 'Копировать ID компьютера',
  openInBrowser: 'Открыть в браузере',
};
