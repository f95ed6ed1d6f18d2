import type { time as english } from '../en/time.ts';
import type { Spanish } from '../wording.ts';

/** Spans of time and moments. */
export const time: Spanish<typeof english> = {
  span: {
    days_one: '{{count}} día',
    days_many: '{{count}} de días',
    days_other: '{{count}} días',
    hours: '{{hours}} h',
    hoursMinutes: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min',
    seconds: '{{seconds}} s',
  },
  left: {
    days_one: 'queda {{count}} día',
    days_many: 'quedan {{count}} de días',
    days_other: 'quedan {{count}} días',
    hours: 'quedan {{hours}} h',
    hoursMinutes: 'quedan {{hours}} h {{minutes}} min',
    minutes: 'quedan {{minutes}} min',
    seconds: 'quedan {{seconds}} s',
    unknown: 'caducidad desconocida',
    over: 'tiempo agotado',
  },
  ago: {
    days_one: 'hace {{count}} día',
    days_many: 'hace {{count}} de días',
    days_other: 'hace {{count}} días',
    hours: 'hace {{hours}} h',
    minutes: 'hace {{minutes}} min',
    justNow: 'ahora mismo',
  },
  byTheClock: '{{left}} según el reloj',
  today: 'hoy, {{time}}',
  tomorrow: 'mañana, {{time}}',
  yesterday: 'ayer, {{time}}',
  onDay: '{{day}}, {{time}}',
};
