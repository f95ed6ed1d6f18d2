import type { DurableFile } from '../files/durable-file.ts';
import type { FileFormat } from '../files/file-format.ts';
import type { ReminderDeps, Reminders } from './reminders.ts';

interface Deps extends Omit<ReminderDeps, 'store'> {
  /** Creates the file of the reminders. */
  readonly remindersFile: <Value>(format: FileFormat<Value>) => DurableFile<Value>;
}

/** Loads the reminders when they are started, since nothing of them is needed to show the window. */
export function loadReminders(deps: Deps) {
  let made: Promise<Reminders> | null = null;
  const start = async () => {
    const [{ Reminders }, { remindersFormat }] = await Promise.all([
      import('./reminders.ts'),
      import('./reminders-format.ts'),
    ]);
    const reminders = new Reminders({ ...deps, store: deps.remindersFile(remindersFormat) });
    await reminders.start();
    return reminders;
  };
  const reminders = () => {
    made ??= start();
    return made;
  };
  return {
    reminders,
    wakeReminders: async () => (await made)?.wakeUp(),
    closeReminders: async () => {
      const running = await made;
      running?.stop();
      await running?.settle();
    },
  };
}
