import { parseArgs } from 'node:util';

/** The options of `npm run package`. */
export interface PackageOptions {
  /** Makes only the unpacked folder, no installer. */
  readonly isFolderOnly: boolean;
  readonly mayUseDevRuntime: boolean;
  /** Leaves the access open by which Playwright controls the app; never for release. */
  readonly isForTests: boolean;
  /** The formats to build instead of those in electron-builder.yml. */
  readonly formats: readonly string[];
}

/** Parses the arguments of `npm run package`; throws an error with a readable message for an unknown one. */
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

/** The output folder; builds for tests have a separate one. */
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
