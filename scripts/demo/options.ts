import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The options of `npm run demo`. */
export interface DemoOptions {
  /** The file for the screenshot; undefined opens a window for people. */
  readonly picture: string | undefined;
  /** The data folder to reuse; undefined uses a temporary one. */
  readonly dataFolder: string | undefined;
}

/** Parses the arguments of `npm run demo`; without a screen it always takes a screenshot. */
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
