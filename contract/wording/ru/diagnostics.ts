import type { diagnostics as english } from '../en/diagnostics.ts';
import type { Russian } from '../wording.ts';

/** The report for whoever helps. */
export const diagnostics: Russian<typeof english> = {
  records: 'Записи',
  open: 'Сохранить диагностику…',
  title: 'Диагностика',
  about:
    'Для того, кто вам помогает: версии, настройки, состояние сессий и последние строки лога. Имена и адреса заменены метками; паролей и токенов здесь не бывает. Будет записано в точности это:',
  preview: 'Что будет записано',
  copy: 'Копировать',
  save: 'Сохранить…',
  saved: 'Сохранено: {{file}}',
};
