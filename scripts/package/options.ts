import { parseArgs } from 'node:util';

/** What a person asked `npm run package` for. */
export interface PackageOptions {
  /** Only the unpacked folder, no installer. */
  readonly isFolderOnly: boolean;
  readonly mayUseDevRuntime: boolean;
  /** Leaves the door open through which Playwright drives the app; never for people. */
  readonly isForTests: boolean;
  /** The formats to make instead of those in electron-builder.yml. */
  readonly formats: readonly string[];
}

/** Reads the arguments of `npm run package`; throws a plain sentence for one it does not know. */
export function readOptions(args: readonly string[]): PackageOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      dir: { type: 'boolean', default: false },
      'dev-runtime': { type: 'boolean', default: false },
      'for-tests': { type: 'boolean', default: false },
    },
  });
  return {
    isFolderOnly: values.dir,
    mayUseDevRuntime: values['dev-runtime'],
    isForTests: values['for-tests'],
    formats: positionals,
  };
}

/** The folder that the result goes to; what is only for tests never lies beside what is for people. */
export function outputFolder({ isForTests }: PackageOptions): string {
  return isForTests ? 'dist/for-tests' : 'dist';
}

/** The arguments for electron-builder. */
export function builderArguments(
  options: PackageOptions,
  electron: { readonly folder: string; readonly version: string },
  platform: NodeJS.Platform,
): string[] {
  const system = platform === 'darwin' ? '--mac' : platform === 'win32' ? '--win' : '--linux';
  return [
    system,
    ...(options.isFolderOnly ? ['dir'] : options.formats),
    '--publish=never',
    `--config.electronDist=${electron.folder}`,
    `--config.electronVersion=${electron.version}`,
    `--config.directories.output=${outputFolder(options)}`,
    ...(options.isForTests
      ? [
          '--config.electronFuses.enableNodeCliInspectArguments=true',
          '--config.extraMetadata.isForTests=true',
        ]
      : []),
  ];
}
