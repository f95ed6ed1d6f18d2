import type {
  ending as englishEnding,
  leaseEvents as englishEvents,
  leaseFixes as englishFixes,
  lease as englishLease,
  leaseProblems as englishProblems,
  leaseReasons as englishReasons,
} from '../en/lease.ts';
import type { Russian } from '../wording.ts';

/** Sessions that the app ends automatically. */
export const lease: Russian<typeof englishLease> = {
  open: 'Выходить автоматически…',
  title: 'Автоматический выход: {{name}}',
  about:
    'Приложение выходит по-настоящему: сервер завершает сессию, и скопированный заголовок перестаёт действовать везде.',
  after: 'Через некоторое время после входа',
  time: 'Время',
  ownTime: 'Другое время…',
  amount: 'Сколько',
  amountWrong: 'Целое число, не больше 180 дней.',
  unit: 'Единица',
  units: { minutes: 'минуты', hours: 'часы', days: 'дни' },
  atHour: 'В заданное время суток',
  hour: 'Время суток',
  hourWrong: 'Время, например 18:00.',
  onLock: 'Когда окно блокируется',
  onQuit: 'При выходе из приложения',
  missed:
    'Если срок наступил, пока окно заблокировано, приложение закрыто или компьютер спит, выход выполняется при первой возможности; до этого заголовок не копируется.',
  endsThen: 'Текущая сессия завершится автоматически: {{moment}}.',
  endsAtOnce: 'Текущая сессия уже старше: она завершится сразу после сохранения.',
  save: 'Сохранить',
  logsOutIn: 'выход через {{span}}',
  logsOutNow: 'выходим',
  section: 'Автоматический выход',
  never: 'Нет: сессия длится, пока её не завершит сервер.',
  next: 'Ближайший',
  nextAt: '{{moment}} (через {{span}})',
  rule: 'Правило',
  rules: {
    after: 'через {{span}} после входа',
    at: 'каждый день в {{time}}',
    lock: 'когда окно блокируется',
    quit: 'при выходе из приложения',
  },
  change: 'Изменить…',
  forNew: 'Автоматический выход с новых серверов',
  forNewHint: 'Для серверов, которые уже есть в списке, всё остаётся как было.',
  forNewAfter: 'через {{span}} после входа',
  forNewNever: 'Нет',
};

/** Sessions that have ended here, but of which the server has not said so yet. */
export const ending: Russian<typeof englishEnding> = {
  pending: 'Выход не подтверждён',
  unconfirmed: 'Выход не подтверждён',
  waiting: 'Сервер {{host}} его пока не подтвердил.',
  givenUp: 'Сервер {{host}} его не подтвердил, и сам по себе запрос больше не повторяется.',
  lost: 'Сервер {{host}} его не подтвердил, и спросить больше нечем: токена на этом компьютере уже нет.',
  mayWork: 'Его токен может действовать до: {{moment}}.',
  mayWorkOn: 'Его токен может действовать, пока его не завершит сервер.',
  storeClosed: 'Запрос уйдёт, когда откроется хранилище токенов.',
  asking: 'Спрашиваем сервер…',
  nextTry: 'Следующая попытка: {{moment}}.',
  lastTry: 'Безуспешных попыток: {{tries}}. Последняя {{ago}}: {{cause}}.',
  tryNow: 'Повторить сейчас',
  forget: 'Забыть…',
  dismiss: 'Скрыть',
  until: 'токен до {{day}}',
  untilUnknown: 'сервер не подтвердил',
  forgetTitle: 'Забыть об этом выходе?',
  forgetText:
    'Токен здесь будет удалён. Сессия останется на сервере {{host}}, и тот, кто скопировал её заголовок, сможет им пользоваться.',
  forgetDo: 'Забыть',
  removing_one:
    '{{count}} выход не подтверждён. Если убрать сервер из списка, завершить эту сессию будет нечем.',
  removing_few:
    '{{count}} выхода не подтверждены. Если убрать сервер из списка, завершить эти сессии будет нечем.',
  removing_many:
    '{{count}} выходов не подтверждены. Если убрать сервер из списка, завершить эти сессии будет нечем.',
  removing_other:
    '{{count}} выхода не подтверждены. Если убрать сервер из списка, завершить эти сессии будет нечем.',
};

/** The problems of auto-logout and pending log-outs. */
export const leaseProblems: Russian<typeof englishProblems> = {
  'lease-ended': {
    title: 'Время этой сессии вышло',
    text: 'Сессия на сервере «{{name}}» уже должна была завершиться автоматически, поэтому её заголовок больше не копируется. Войдите снова.',
  },
  'logout-under-way': {
    title: 'Выход ещё выполняется',
    text: 'Пользователь {{user}} как раз выходит с сервера «{{name}}». Дождитесь этого и войдите.',
  },
  'ending-unconfirmed': {
    title: 'Всё ещё не подтверждено',
    text: 'Сервер {{host}} не подтвердил выход. Приложение само повторяет запрос, пока в этом есть смысл.',
  },
  'logout-unconfirmed': {
    title: 'Сервер не подтвердил выход',
    text: '{{kept}} {{rest}}',
  },
};

/** How such a log-out is told: does it go on, or was that all? */
export const leaseFixes: Russian<typeof englishFixes> = {
  keptPending:
    'Токеном сервера «{{name}}» здесь больше нельзя пользоваться, но сервер ещё не подтвердил выход. Приложение продолжает его спрашивать.',
  keptGone: 'Токен сервера «{{name}}» здесь удалён, но сообщить серверу не удалось.',
};

/** Auto-logout and pending log-outs in the journal. */
export const leaseEvents: Russian<typeof englishEvents> = {
  'lease-changed': 'Автоматический выход изменён',
  'lease-ended': 'Время сессии вышло',
  'logout-pending': 'Выход не подтверждён',
  'logout-confirmed': 'Сервер подтвердил выход',
  'logout-given-up': 'Выход так и не подтверждён',
};

/** Why a session was ended automatically, or why its ending was given up. */
export const leaseReasons: Russian<typeof englishReasons> = {
  time: 'по заданному времени',
  lock: 'вместе с блокировкой',
  'app-quit': 'при выходе из приложения',
  missed: 'с опозданием',
  'asked-often': 'слишком много напрасных попыток',
  'token-lost': 'токена здесь больше нет',
  forgotten: 'решено забыть',
  expired: 'тем временем сессия истекла',
};
