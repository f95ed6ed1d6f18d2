import type { storeProblems as english, storeReasons as englishReasons } from '../en/store-problems.ts';
import type { Russian } from '../wording.ts';

/** Problems of the passphrase, the vault and the lock. */
export const storeProblems: Russian<typeof english> = {
  'passphrase-too-short': {
    title: 'Слишком короткая парольная фраза',
    text: 'Нужно не меньше {{shortest}} символов. Несколько слов легко запомнить и трудно угадать.',
  },
  'passphrase-too-long': {
    title: 'Слишком длинная парольная фраза',
    text: 'Допускается до {{longest}} символов.',
  },
  'passphrase-wrong': {
    title: 'Неверная парольная фраза',
    text: 'Неверная парольная фраза. Попробуйте ещё раз.',
  },
  'passphrase-later': {
    title: 'Подождите немного',
    text: 'Слишком много неверных попыток. Повторите через {{seconds}}\u00a0с.',
  },
  'current-passphrase-wrong': {
    title: 'Неверная парольная фраза',
    text: 'Текущая парольная фраза введена неверно. Ничего не изменилось.',
  },
  locked: { title: 'Заблокировано', text: 'Окно заблокировано. Сначала разблокируйте его.' },
  'keyring-not-open': { title: 'Связка ключей не открылась', text: '{{because}}' },
  'store-not-open': {
    title: 'Хранилище токенов не открыто',
    text: 'Пока оно закрыто, изменить его нельзя. Сначала откройте его.',
  },
  'last-way-in': {
    title: 'Это единственный ключ',
    text: 'Без него хранилище никто не откроет. Сначала настройте второй способ.',
  },
  'records-unreadable': {
    title: 'Часть секретов не открывается',
    text: 'Не открывается секретов: {{count}}, поэтому ключ не изменён. Войдите снова на отмеченных серверах или удалите их и повторите.',
  },
  'word-does-not-match': {
    title: 'Введите слово',
    text: 'Чтобы сбросить хранилище, введите {{word}}. До этого ничего не изменится.',
  },
  'password-not-kept': {
    title: 'Пароль здесь не сохраняется',
    text: '{{because}} Ничего не отправлено; войдите, не сохраняя пароль.',
  },
  'no-kept-password': {
    title: 'Пароль не сохранён',
    text: 'Сохранённого пароля {{user}} для сервера «{{name}}» нет. Войдите с паролем.',
  },
};

/** Why a keyring did not open, and why a password is not kept. */
export const storeReasons: Russian<typeof englishReasons> = {
  keyring: {
    'keyring-locked': 'Она заблокирована или спрашивает что-то в другом окне. Ответьте и попробуйте ещё раз.',
    'keyring-lost': 'В ней другой ключ, не тот, которым защищены токены. Они остаются как есть.',
    'no-keyring': 'В этой системе нет связки ключей, которая что-либо защищает.',
  },
  keep: {
    'plain-http': 'Недоступно для серверов http://.',
    'not-sealed': 'Сейчас на этом компьютере ничего не шифруется.',
  },
};
