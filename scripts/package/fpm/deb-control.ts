import type { FpmRequest } from './fpm-arguments.ts';

/** The file `control` of a deb; `installedKiB` is the size of everything it installs. */
export function debControl(request: FpmRequest, installedKiB: number): string {
  const { iteration, recommends } = request;
  const [summary = '', ...more] = request.description.trim().split('\n');
  return [
    `Package: ${request.name}`,
    `Version: ${request.version}${iteration === null ? '' : `-${iteration}`}`,
    `License: ${request.license}`,
    `Vendor: ${request.vendor}`,
    `Architecture: ${request.architecture}`,
    `Maintainer: ${request.maintainer}`,
    `Installed-Size: ${installedKiB}`,
    `Depends: ${request.depends.join(', ')}`,
    ...(recommends.length === 0 ? [] : [`Recommends: ${recommends.join(', ')}`]),
    `Section: ${request.category ?? 'default'}`,
    `Priority: ${request.priority}`,
    `Homepage: ${request.url}`,
    `Description: ${summary.trim()}`,
    // An empty line would end the description.
    ...more.map((line) => ` ${line.trim() || '.'}`),
    '',
  ].join('\n');
}

/** The argument of `dpkg-deb` for fpm's name of a compression. */
export function debCompression(compression: string): string {
  return `-Z${compression === 'gz' ? 'gzip' : compression}`;
}
