import type { reasons as english } from '../en/reasons.ts';
import type { Russian } from '../wording.ts';

/** Why something did not come about, as the end of a sentence. */
export const reasons: Russian<typeof english> = {
  unreachable: {
    'name-unknown': 'Сервер с именем {{host}} не найден. Проверьте адрес и сеть.',
    refused: '{{host}} отклоняет соединение. Проверьте порт.',
    'no-route': 'С этого компьютера нет пути до {{host}}. Проверьте сеть или VPN.',
    'connection-lost': 'Соединение с {{host}} оборвалось, и ответ дошёл не полностью.',
    'no-answer-in-time': 'Сервер {{host}} не ответил вовремя.',
    other: 'Соединиться с {{host}} не удалось.',
  },
  distrust: {
    'self-signed': 'он самоподписанный',
    'issuer-unknown': 'этот компьютер не знает, кто его выдал',
    expired: 'срок его действия истёк',
    'not-yet-valid': 'он ещё не начал действовать',
    'wrong-host': 'он выдан на другое имя',
    other: 'проверить его не удалось',
  },
  save: {
    'disk-full': 'диск заполнен',
    'not-permitted': 'записывать туда запрещено',
    'read-only': 'диск только для чтения',
    'newer-version': 'файл записан более новой версией приложения',
    unreadable: 'файл на диске не читается',
    other: 'система не разрешила',
  },
};
