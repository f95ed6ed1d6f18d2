import type { time as english } from '../en/time.ts';
import type { Spanish } from '../wording.ts';

/** Spans of time and moments. */
export const time: Spanish<typeof english> = {
  span: {
    days_one: '{{count}}\u00a0día',
    days_many: '{{count}} de días',
    days_other: '{{count}}\u00a0días',
    hours: '{{hours}}\u00a0h',
    hoursMinutes: '{{hours}}\u00a0h {{minutes}}\u00a0min',
    minutes: '{{minutes}}\u00a0min',
    seconds: '{{seconds}}\u00a0s',
  },
  left: {
    days_one: 'queda {{count}}\u00a0día',
    days_many: 'quedan {{count}} de días',
    days_other: 'quedan {{count}}\u00a0días',
    hours: 'quedan {{hours}}\u00a0h',
    hoursMinutes: 'quedan {{hours}}\u00a0h {{minutes}}\u00a0min',
    minutes: 'quedan {{minutes}}\u00a0min',
    seconds: 'quedan {{seconds}}\u00a0s',
    unknown: 'fin desconocido',
    over: 'tiempo agotado',
  },
  ago: {
    days_one: 'hace {{count}}\u00a0día',
    days_many: 'hace {{count}} de días',
    days_other: 'hace {{count}}\u00a0días',
    hours: 'hace {{hours}}\u00a0h',
    minutes: 'hace {{minutes}}\u00a0min',
    justNow: 'hace un momento',
  },
  byTheClock: '{{left}} por reloj',
  today: 'hoy, {{time}}',
  tomorrow: 'mañana, {{time}}',
  yesterday: 'ayer, {{time}}',
  onDay: '{{day}}, {{time}}',
};
