import type { time as english } from '../en/time.ts';
import type { Russian } from '../wording.ts';

/** Spans of time and moments. */
export const time: Russian<typeof english> = {
  span: {
    days_one: '{{count}}\u00a0день',
    days_few: '{{count}}\u00a0дня',
    days_many: '{{count}}\u00a0дней',
    days_other: '{{count}}\u00a0дня',
    hours: '{{hours}}\u00a0ч',
    hoursMinutes: '{{hours}}\u00a0ч {{minutes}}\u00a0мин',
    minutes: '{{minutes}}\u00a0мин',
    seconds: '{{seconds}}\u00a0с',
  },
  left: {
    days_one: 'остался {{count}}\u00a0день',
    days_few: 'осталось {{count}}\u00a0дня',
    days_many: 'осталось {{count}}\u00a0дней',
    days_other: 'осталось {{count}}\u00a0дня',
    hours: 'осталось {{hours}}\u00a0ч',
    hoursMinutes: 'осталось {{hours}}\u00a0ч {{minutes}}\u00a0мин',
    minutes: 'осталось {{minutes}}\u00a0мин',
    seconds: 'осталось {{seconds}}\u00a0с',
    unknown: 'срок неизвестен',
    over: 'срок истёк',
  },
  ago: {
    days_one: '{{count}}\u00a0день назад',
    days_few: '{{count}}\u00a0дня назад',
    days_many: '{{count}}\u00a0дней назад',
    days_other: '{{count}}\u00a0дня назад',
    hours: '{{hours}}\u00a0ч назад',
    minutes: '{{minutes}}\u00a0мин назад',
    justNow: 'только что',
  },
  byTheClock: '{{left}} по часам',
  today: 'сегодня в {{time}}',
  tomorrow: 'завтра в {{time}}',
  yesterday: 'вчера в {{time}}',
  onDay: '{{day}} в {{time}}',
};
