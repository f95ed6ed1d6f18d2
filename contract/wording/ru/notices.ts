import type { notices as english } from '../en/notices.ts';
import type { Russian } from '../wording.ts';

/** What happened to the kept files. */
export const notices: Russian<typeof english> = {
  'file-restored': {
    title: 'Взята прежняя копия',
    text: 'Файл {{file}} был повреждён, поэтому взята его последняя исправная копия. Повреждённый файл сохранён как {{keptAs}}.',
  },
  'file-unreadable': {
    title: 'Файл не читается',
    text: 'Прочитать {{file}} не удалось, а исправной копии нет. Файл сохранён как {{keptAs}}; ничего не удалено.',
  },
  'file-foreign': {
    title: 'Файл изменила другая программа',
    text: 'Файл {{file}} изменила другая программа, пока приложение работало. Её версия сохранена как {{keptAs}}; приложение продолжает со своей.',
  },
  'file-newer': {
    title: 'Записано более новой версией',
    text: 'Файл {{file}} записан более новой версией приложения. Он остаётся как есть, изменения не сохраняются.',
  },
  'file-not-saved': {
    title: 'Изменения не сохраняются',
    text: 'Записать {{file}} не удалось. Изменения действуют, пока приложение открыто.',
  },
};
