import type { FpmRequest } from './fpm-arguments.ts';

/** What goes into a package: paths from its root, without the first slash. */
export interface RpmContent {
  readonly files: readonly string[];
  /** The folders that belong to this package alone. */
  readonly folders: readonly string[];
  readonly afterInstall: string;
  readonly afterRemove: string;
}

const architectures: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'aarch64' };
const payloads: Readonly<Record<string, string>> = {
  xz: 'w6.xzdio',
  xzmt: 'w6T0.xzdio',
  gzip: 'w6.gzdio',
  none: 'w0.gzdio',
};

/** The architecture in the words of rpm. */
export function rpmArchitecture(architecture: string): string {
  return architectures[architecture] ?? architecture;
}

/** The spec file of an rpm, whose files already stand in the build root. */
export function rpmSpec(request: FpmRequest, content: RpmContent): string {
  const payload = payloads[request.compression];
  if (payload === undefined) throw new Error(`rpm has no compression ${request.compression}.`);
  return `Name: ${request.name}
Version: ${request.version}
Release: ${request.iteration ?? '1'}
Summary: ${plain(request.summary)}
License: ${request.license}
URL: ${request.url}
Vendor: ${request.vendor}
Packager: ${request.maintainer}
AutoReqProv: no
${request.depends.map((need) => `Requires: ${need}`).join('\n')}

%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none
%global _binary_payload ${payload}

%description
${plain(request.description)}
${script('post', content.afterInstall)}${script('postun', content.afterRemove)}
%files
%defattr(-,root,root,-)
${content.folders.map((path) => `%dir "/${plain(path)}"`).join('\n')}
${content.files.map((path) => `"/${plain(path)}"`).join('\n')}
`;
}

/** electron-builder's scripts are for bash, which `sh` is not everywhere. */
function script(moment: string, body: string): string {
  return body === '' ? '' : `\n%${moment} -p /bin/bash\n${plain(body.replace(/^#!.*\n/, ''))}`;
}

/** Keeps rpm from expanding macros. */
function plain(text: string): string {
  return text.replaceAll('%', '%%');
}
