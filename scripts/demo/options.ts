import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What a person asked `npm run demo` for. */
export interface DemoOptions {
  /** Where the picture goes; undefined when a window for people is wanted. */
  readonly picture: string | undefined;
  /** The data folder to use again; undefined takes a new one and removes it at the end. */
  readonly dataFolder: string | undefined;
}

/** Reads the arguments of `npm run demo`; without a screen there is always a picture. */
export function readDemoOptions(args: readonly string[], hasScreen: boolean): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { shot: { type: 'string' }, data: { type: 'string' } },
  });
  const picture = values.shot ?? (hasScreen ? undefined : 'demo.png');
  return {
    picture: picture === undefined ? undefined : resolve(picture),
    dataFolder: values.data === undefined ? undefined : resolve(values.data),
  };
}
