import type { forms as english } from '../en/forms.ts';
import type { Russian } from '../wording.ts';

/** The dialogs in which something is typed or decided. */
export const forms: Russian<typeof english> = {
  add: {
    title: 'Добавить сервер',
    address: 'Адрес сервера',
    addressHint: 'IP, имя с портом или ссылка на любую страницу сервера — как есть.',
    addressExample: '10.0.4.7 или https://findface.example.org:8443',
    name: 'Название',
    nameHint: 'Как вам удобно; если оставить пустым, будет адрес.',
    userName: 'Имя пользователя',
    password: 'Пароль',
    passwordHint: 'Нужен только для входа и не сохраняется.',
    tags: 'Метки',
    tagsHint: 'Через запятую.',
    environment: 'Контур',
    logIn: 'Войти',
    saveOnly: 'Сохранить без входа',
    saved: 'Сервер сохранён.',
  },
  edit: {
    title: 'Изменить «{{name}}»',
    save: 'Сохранить',
    losesSession:
      'Если сменить адрес или имя пользователя, сессия здесь закончится и нужно будет войти снова.',
  },
  login: {
    title: 'Вход на сервер «{{name}}»',
    asUser: 'пользователь {{user}}',
    logIn: 'Войти',
    loggingIn: 'Входим…',
    faceToken: 'Токен проверки лица',
    faceTokenHint: 'Неактивный токен проверки лица — для серверов, где нужны и лицо, и пароль.',
    withFaceToken: 'Ввести токен проверки лица',
  },
  remove: {
    title: 'Удалить «{{name}}»?',
    text: 'Сервер, его метки и токен будут удалены с этого компьютера.',
    textSession: 'Если не выйти, сессия продолжит жить на сервере ({{left}}).',
    logOutAndRemove: 'Выйти и удалить',
    removeOnly: 'Удалить только здесь',
  },
  certificate: {
    compareTitle: 'Сверьте сертификат',
    changedTitle: 'Сертификат изменился',
    compareText:
      'На {{host}} ещё ничего не отправлено. Доверия к сертификату нет: {{because}}. Сверьте отпечаток с тем, который назовёт ваш администратор.',
    changedText:
      'На {{host}} ничего не отправлено. Если администратор не менял сертификат, кто-то мог встать между вами и сервером.',
    fingerprint: 'Отпечаток SHA-256',
    trusted: 'Доверенный до сих пор',
    shownNow: 'Показан сейчас',
    trust: 'Доверять этому сертификату',
  },
  copyAnyway: {
    title: 'Всё равно скопировать?',
    expired:
      'Сессия пользователя {{user}} на сервере «{{name}}» истекла {{ago}}. Сервер отклонит её заголовок.',
    refused: 'Сервер «{{name}}» отклонил сессию пользователя {{user}}. Её заголовок не сработает.',
    copy: 'Всё равно копировать',
    logInAgain: 'Войти снова',
  },
  copyProduction: {
    title: 'Скопировать заголовок боевого сервера?',
    text: '«{{name}}» — боевой сервер. Кто вставит этот заголовок, будет работать там как {{user}}.',
    copy: 'Копировать заголовок',
  },
};
