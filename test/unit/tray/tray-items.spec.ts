import { describe, expect, test } from 'vitest';
import { ownersIn } from '../../../main/tray/tray-items.ts';

describe('the icons in a tray', () => {
  test('have owners, however a desktop writes them', () => {
    const answer =
      "(<[':1.7/StatusNotifierItem', ':1.8@/org/ayatana/NotificationItem/app', 'org.kde.StatusNotifierItem-12-1', ':1.7/Second']>,)";
    expect(ownersIn(answer)).toEqual([':1.7', ':1.8', 'org.kde.StatusNotifierItem-12-1']);
    expect(ownersIn('(<@as []>,)')).toEqual([]);
  });

  test('are asked for by names of the bus only, and not without end', () => {
    expect(ownersIn("(<['--help', '; rm', '/path', '', '$(x)', ':1', 'x']>,)")).toEqual([]);
    const many = Array.from({ length: 500 }, (_, at) => `':1.${at}/Item'`).join(', ');
    expect(ownersIn(`(<[${many}]>,)`)).toHaveLength(50);
  });
});
