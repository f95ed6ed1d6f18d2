import type { ConfirmationWords } from '../en/confirmations.ts';
import type { Russian } from '../wording.ts';

/** The questions that main asks in the system's own dialogs. */
export const confirmations: Russian<ConfirmationWords> = {
  cancel: 'Отмена',
  way: {
    askTrust: 'Доверять другому сертификату для «{{name}}»?',
    askProxy: 'Использовать другой прокси для «{{name}}»?',
    server: 'Сервер',
    user: 'Пользователь',
    trustBefore: 'Доверие до сих пор',
    trustAfter: 'Новое доверие',
    trustOf: {
      system: 'Системное хранилище сертификатов',
      pin: 'Закреплённый сертификат',
      ca: 'Свой удостоверяющий центр',
    },
    proxyBefore: 'Прокси до сих пор',
    proxyAfter: 'Новый прокси',
    proxyOf: {
      system: 'системный прокси',
      direct: 'без прокси',
    },
    session: 'Токен вашей сессии будет отправляться по новому соединению.',
    endings: 'По нему пойдут и токены незавершённых выходов.',
    password: 'Сохранённый пароль будет удалён.',
    ifNotYou: 'Если вы этого не запрашивали, нажмите «Отмена».',
    confirmTrust: 'Доверять',
    confirmProxy: 'Использовать прокси',
  },
};
