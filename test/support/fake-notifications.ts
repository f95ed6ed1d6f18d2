import type { NotificationText } from '../../main/reminders/notification-text.ts';
import type { ShowNotification } from '../../main/reminders/reminders.ts';

/** A notification that nobody sees. */
export interface FakeNotification extends NotificationText {
  readonly click: () => void;
  isOpen: boolean;
}

/** Shows notifications to a test. */
export interface FakeNotifications {
  /** Those that were shown, in order. */
  readonly shown: FakeNotification[];
  readonly show: ShowNotification;
}

export function fakeNotifications(): FakeNotifications {
  const shown: FakeNotification[] = [];
  return {
    shown,
    show: (text, click) => {
      const notification = { ...text, click, isOpen: true };
      shown.push(notification);
      return {
        close: () => {
          notification.isOpen = false;
        },
      };
    },
  };
}
