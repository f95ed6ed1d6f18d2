import { done } from '../../contract/core/result.ts';
import type { ConnectionCalls } from '../../contract/profiles/connection.ts';
import type { ClientCertificates } from './client-certificates.ts';

/** What the handlers of the calls about files with client certificates need. */
export interface ClientCertificateHandlerDeps {
  readonly clientCertificates: ClientCertificates;
}

/** Handlers of the calls about files with client certificates. */
export function clientCertificateHandlers({
  clientCertificates,
}: ClientCertificateHandlerDeps): Pick<
  ConnectionCalls,
  'chooseClientCertificate' | 'openClientCertificate' | 'dropClientCertificate'
> {
  return {
    chooseClientCertificate: () => clientCertificates.choose(),
    openClientCertificate: ({ password }) => clientCertificates.open(password),
    dropClientCertificate: async () => {
      clientCertificates.drop();
      return done;
    },
  };
}
