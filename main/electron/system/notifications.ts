import { Notification } from 'electron';
import type { ShowNotification } from '../../reminders/reminders.ts';

/** Shows notifications of the desktop; on a desktop without them, none. They have no buttons, which Linux does not know. */
export const showNotification: ShowNotification = ({ title, body }, onClick) => {
  const notification = new Notification({ title, body });
  notification.on('click', onClick);
  if (Notification.isSupported()) notification.show();
  return { close: () => notification.close() };
};
