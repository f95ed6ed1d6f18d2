import type { bulkLogin as english, bulkLoginProblems as englishProblems } from '../en/bulk-login.ts';
import type { Russian } from '../wording.ts';

/** Logging in to several servers with one password. */
export const bulkLogin: Russian<typeof english> = {
  open: 'Войти на несколько…',
  title: 'Вход на несколько серверов',
  about:
    'Пароль получает один сервер за другим. Первый же отказ останавливает вход, чтобы учётная запись не оказалась заблокирована по ошибке.',
  user: 'Имя пользователя',
  search: 'Поиск среди этих серверов',
  servers: 'Серверы пользователя {{user}}',
  inView: 'Все показанные',
  needed: 'Нужен вход',
  others: 'Остальные',
  none: 'Серверов пока нет.',
  nothingFound: 'У этого пользователя таких серверов нет.',
  plainHttp: 'без шифрования',
  faceNeeded: 'Сервер проверяет лицо: одного пароля ему мало.',
  plainWarning_one:
    'На {{count}} сервер пароль уйдёт без шифрования (http://): его увидит любой, кто слушает сеть.',
  plainWarning_few:
    'На {{count}} сервера пароль уйдёт без шифрования (http://): его увидит любой, кто слушает сеть.',
  plainWarning_many:
    'На {{count}} серверов пароль уйдёт без шифрования (http://): его увидит любой, кто слушает сеть.',
  plainWarning_other:
    'На {{count}} сервера пароль уйдёт без шифрования (http://): его увидит любой, кто слушает сеть.',
  domainWarning:
    'Это доменная учётная запись, или может ей быть. Неверный пароль засчитывается во всём домене и может заблокировать её везде.',
  domainAgree: 'Я это знаю и уверен в пароле',
  logIn_one: 'Войти на {{count}} сервер',
  logIn_few: 'Войти на {{count}} сервера',
  logIn_many: 'Войти на {{count}} серверов',
  logIn_other: 'Войти на {{count}} сервера',
  running: 'Сервер {{at}} из {{count}}',
  finished_one: 'Вход выполнен на {{done}} из {{count}} сервера',
  finished_few: 'Вход выполнен на {{done}} из {{count}} серверов',
  finished_many: 'Вход выполнен на {{done}} из {{count}} серверов',
  finished_other: 'Вход выполнен на {{done}} из {{count}} серверов',
  results: 'Что получилось',
  stop: 'Остановить',
  again: 'Выбрать заново',
  outcomes: {
    waiting: 'Ждёт',
    'logging-in': 'Вход…',
    done: 'Вход выполнен',
    refused: 'Отказ',
    failed: 'Войти не удалось',
    skipped: 'Пропущен',
  },
  skips: {
    'refused-elsewhere': 'Другой сервер не принял пароль. Ничего не отправлено.',
    cancelled: 'Вход остановлен раньше. Ничего не отправлено.',
    'domain-tried': 'Домен, возможно, уже отклонил этот пароль. Ничего не отправлено.',
    'server-tried': 'Этот же сервер раньше не впустил. Повторно ничего не отправлено.',
    'face-needed': 'Одного пароля этому серверу мало. Ничего не отправлено.',
    changed: 'Тем временем изменили адрес или имя пользователя. Ничего не отправлено.',
    removed: 'Сервер удалён из списка. Ничего не отправлено.',
    'login-under-way': 'Там уже шёл другой вход. Ничего не отправлено.',
  },
};

/** Why a login to several servers cannot begin. */
export const bulkLoginProblems: Russian<typeof englishProblems> = {
  'bulk-login-under-way': {
    title: 'Вход на несколько серверов уже идёт',
    text: 'Дождитесь конца или остановите его.',
  },
  'domain-not-agreed': {
    title: 'Доменная учётная запись',
    text: 'Отметьте, что знаете, чем грозит доменной учётной записи неверный пароль.',
  },
};
