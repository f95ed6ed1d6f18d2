import type { Environment } from '../profiles/profile.ts';
import type { RowStatus } from '../sessions/session.ts';

/**
 * Further names of statuses after `is:`, in all languages of the app, since people often type commands in another one.
 * The texts shown in rows need not be repeated here.
 */
export const stateNames: readonly (readonly [readonly RowStatus[], readonly string[]])[] = [
  [
    ['accepted', 'expiring', 'licence', 'unreachable', 'certificate-changed', 'uncertain', 'not-checked'],
    [
      ...['active', 'logged in', 'signed in', 'активна', 'активен', 'вошли', 'вход выполнен'],
      ...['activa', 'activo', 'con sesión', 'sesión iniciada'],
    ],
  ],
  [
    ['logged-out'],
    [
      'signed out',
      'вышли',
      'без сессии',
      'нет сессии',
      'не вошли',
      'cerrada',
      'sesión cerrada',
      'no iniciada',
    ],
  ],
  [['log-out-pending'], ['pending', 'не подтверждён', 'pendiente']],
  [['accepted'], ['valid', 'действует', 'действительна', 'válida']],
  [['expiring'], ['expires', 'истекает', 'скоро истекает', 'caduca', 'por caducar', 'por vencer']],
  [['expired'], ['истекла', 'истёк', 'срок истёк', 'просрочена', 'expirada', 'caducado', 'vencida']],
  [['refused'], ['rejected', 'refused', 'отклонён', 'отклонено', 'отказано', 'rechazado', 'denegada']],
  [['blocked'], ['banned', 'заблокирован', 'блокировка', 'bloqueado']],
  [['licence'], ['license', 'licence', 'лицензия', 'licencia']],
  [
    ['unreachable'],
    ['unreachable', 'offline', 'down', 'недоступен', 'не отвечает', 'офлайн', 'inaccesible', 'sin conexión'],
  ],
  [['certificate-changed'], ['changed certificate', 'изменился сертификат', 'cambiado']],
  [['uncertain'], ['uncertain', 'unclear', 'неясен', 'неясно', 'poco clara', 'incierta']],
  [['not-checked'], ['unchecked', 'не проверена', 'не проверен', 'sin comprobar']],
  [['unreadable'], ['unreadable', 'не читается', 'нечитаема', 'ilegible']],
];

/** Further names of environments after `is:` and `env:`. */
export const environmentNames: { readonly [Name in Environment]: readonly string[] } = {
  none: [],
  test: ['testing', 'тестовый', 'тестовая', 'de pruebas'],
  production: ['live', 'боевая', 'боевой', 'прод', 'продакшен', 'продуктив', 'real'],
};
