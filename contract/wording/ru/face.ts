import type {
  face as englishFace,
  pasted as englishPasted,
  faceProblems as englishProblems,
  faceReasons as englishReasons,
} from '../en/face.ts';
import type { Russian } from '../wording.ts';

/** Logging in and renewing by a video of a face. */
export const face: Russian<typeof englishFace> = {
  logIn: 'Войти по лицу…',
  renew: 'Продлить по лицу…',
  title: 'Вход по лицу: «{{name}}»',
  renewTitle: 'Продление по лицу: «{{name}}»',
  lead: 'Сервер смотрит видео длиной около 3 секунд. Видео отправляется только на {{host}}, приложение его не хранит.',
  thenPassword: 'После лица этот сервер спросит пароль.',
  sameToken: 'Токен останется прежним, сдвинется только его срок.',
  turnOn: 'Включить камеру',
  choose: 'Выбрать видео…',
  camera: 'Камера',
  cameraNumber: 'Камера {{number}}',
  starting: 'Включаем камеру…',
  look: 'Смотрите прямо в камеру, лицо должно быть освещено.',
  record: 'Записать',
  recording: 'Идёт запись…',
  again: 'Записать ещё раз',
  isGood: 'Лицо хорошо видно?',
  chosen: '{{file}} ({{mb}} МБ)',
  send: 'Отправить и войти',
  sendToRenew: 'Отправить и продлить',
  sending: 'Сервер смотрит видео…',
  picture: 'Изображение с камеры',
  recorded: 'Записанное видео',
  withPassword: 'Войти по паролю',
  recognised: 'Лицо распознано. Остался пароль.',
  wayIn: 'Способ входа',
  waysIn: { password: 'пароль', face: 'лицо', pasted: 'токен из буфера обмена' },
};

/** Taking over a token that was made elsewhere. */
export const pasted: Russian<typeof englishPasted> = {
  open: 'Взять токен из буфера обмена…',
  title: 'Токен для «{{name}}»',
  lead: 'Для токена, полученного в другом месте, например на странице документации API. Приложение один раз прочитает буфер обмена, спросит у {{host}}, чей это токен, и сохранит его. Сам токен не показывается.',
  read: 'Прочитать буфер обмена',
  asking: 'Спрашиваем сервер…',
  otherTitle: 'Токен другого пользователя',
  other: 'Это токен пользователя {{other}}, а для этого сервера указан {{user}}.',
  keep: 'Всё равно сохранить',
  kept: 'Токен сохранён. Когда он закончится, неизвестно: о готовом токене сервер этого не сообщает.',
  onClipboard: 'Он всё ещё в буфере обмена.',
  clear: 'Очистить буфер обмена',
  cleared: 'Токена в буфере обмена больше нет.',
};

/** What goes wrong with faces and pasted tokens. */
export const faceProblems: Russian<typeof englishProblems> = {
  'face-not-recognised': {
    title: 'Лицо не распознано',
    text: 'Сервер «{{name}}» не распознал лицо на видео. Запишите ещё раз: больше света, взгляд прямо в камеру.',
  },
  'face-not-offered': { title: 'По лицу не получится', text: '{{because}}' },
  'face-of-other-user': {
    title: 'Лицо другого пользователя',
    text: 'Сервер «{{name}}» узнал пользователя {{other}}, а для этого сервера указан {{user}}. Ничего не сохранено.',
  },
  'face-token-refused': {
    title: 'Покажите лицо ещё раз',
    text: 'Сервер «{{name}}» больше не принимает лицо, показанное перед паролем. Покажите его ещё раз.',
  },
  'face-needs-https': {
    title: 'Без HTTPS лицо не отправляется',
    text: 'FindFace принимает лица только по HTTPS. Укажите адрес {{host}} с https:// или войдите по паролю.',
  },
  'video-refused': { title: 'Видео не принято', text: '{{because}}' },
  'video-missing': { title: 'Нет видео', text: 'Запишите видео или выберите файл.' },
  'video-too-large': { title: 'Видео слишком большое', text: 'Видео может занимать до {{mb}}\u00a0МБ.' },
  'video-unknown': {
    title: 'Это не видео',
    text: '{{file}} — не видео, которое можно отправить. Выберите файл WebM, MP4, MOV, MKV или AVI.',
  },
  'video-not-read': { title: 'Файл не прочитан', text: 'Не удалось прочитать {{file}}.' },
  'camera-failed': {
    title: 'Нет изображения с камеры',
    text: '{{because}} Вместо этого можно выбрать видео.',
  },
  'clipboard-empty': {
    title: 'В буфере обмена нет текста',
    text: 'Сначала скопируйте токен — один или в виде «Authorization: Token …».',
  },
  'token-malformed': {
    title: 'В буфере обмена не токен',
    text: 'Этот текст не может быть токеном. Скопируйте токен один или в виде «Authorization: Token …».',
  },
  'token-of-other-kind': { title: 'Токен другого рода', text: '{{because}}' },
  'pasted-token-refused': {
    title: 'Сервер не принимает этот токен',
    text: 'Сервер «{{name}}» не знает этого токена или больше его не принимает. Ничего не сохранено.',
  },
  'pasted-token-own': {
    title: 'Эта сессия уже здесь',
    text: 'Это та сессия, которая у «{{name}}» уже есть. Ничего не отправлено.',
  },
  'pasted-token-of-other': {
    title: 'Сессия другого сервера',
    text: 'Это сессия «{{other}}», пользователь {{otherUser}}. На «{{name}}» она не отправлена.',
  },
  'pasted-token-gone': {
    title: 'Прочитайте буфер обмена ещё раз',
    text: 'Прочитанное из буфера обмена тем временем забыто.',
  },
};

/** The reasons in those sentences. */
export const faceReasons: Russian<typeof englishReasons> = {
  face: {
    login: 'На этот сервер нельзя войти по лицу. Войдите по паролю.',
    renewal: 'Этот сервер не продлевает сессии по лицу. Войдите заново.',
  },
  video: {
    'too-large': 'Видео слишком большое для этого сервера. Выберите короче.',
    unusable: 'Сервер не может использовать это видео. Запишите ещё раз или выберите другой файл.',
  },
  camera: {
    none: 'Камера не найдена.',
    refused: 'Система не разрешает приложению пользоваться камерой.',
    busy: 'Камеру занимает другая программа.',
    failed: 'Камера не включается.',
  },
  token: {
    detector:
      'Это токен внешнего детектора или камеры (32 шестнадцатеричные цифры). Он отправляет события и сессию не открывает.',
    'vms-plugin': 'Это токен плагина для VMS. Сессию он не открывает.',
    lite: 'Это токен FindFace Lite или другого продукта (JWT). FindFace Multi его не принимает.',
    enterprise: 'Это ключ FindFace Enterprise Server SDK. FindFace Multi его не принимает.',
    bearer: 'Это заголовок со словом «Bearer». FindFace Multi принимает только «Token».',
    basic: 'Это заголовок с именем пользователя и паролем. Лучше войдите с ними.',
    address: 'Это адрес. Токен в адресе — не токен сессии; скопируйте один токен.',
  },
};
