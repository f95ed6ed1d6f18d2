/** Spans of time and moments. */
export const time = {
  span: {
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    hours: '{{hours}} h',
    hoursMinutes: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min',
    seconds: '{{seconds}} s',
  },
  left: {
    days_one: '{{count}} day left',
    days_other: '{{count}} days left',
    hours: '{{hours}} h left',
    hoursMinutes: '{{hours}} h {{minutes}} min left',
    minutes: '{{minutes}} min left',
    seconds: '{{seconds}} s left',
    unknown: 'no expiry known',
    over: 'time is up',
  },
  ago: {
    days_one: '{{count}} day ago',
    days_other: '{{count}} days ago',
    hours: '{{hours}} h ago',
    minutes: '{{minutes}} min ago',
    justNow: 'just now',
  },
  byTheClock: '{{left}} by the clock',
  today: 'today, {{time}}',
  tomorrow: 'tomorrow, {{time}}',
  yesterday: 'yesterday, {{time}}',
  onDay: '{{day}}, {{time}}',
};
