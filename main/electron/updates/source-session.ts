import { type Session, session } from 'electron';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import type { UpdateProblem } from '../../../contract/core/update-problem.ts';
import type { ReadFile } from '../../updates/find-update.ts';

const patienceMs = 30_000;

/** The session of requests to update sources, the one that electron-updater uses; in memory, apart from the page's. */
function sourceSession(): Session {
  return session.fromPartition('electron-updater', { cache: false });
}

/** Reads small files below a URL that ends in a slash. */
export function urlReader(source: string, signal: AbortSignal): ReadFile {
  return async (name, largest) => {
    try {
      const response = await sourceSession().fetch(new URL(name, source).href, {
        // SECURITY: a source cannot send the app elsewhere, and learns nothing of it (0004, 0029).
        redirect: 'error',
        credentials: 'omit',
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      });
      if ([403, 404, 410].includes(response.status)) return ok(null);
      if (!response.ok) return fail({ code: 'update-source-unreachable', source });
      return await readBody(response, largest, source);
    } catch {
      return fail({ code: 'update-source-unreachable', source });
    }
  };
}

async function readBody(
  response: Response,
  largest: number,
  source: string,
): Promise<Result<Uint8Array, UpdateProblem>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // SECURITY: leaving the loop cancels a body without an end.
    if (length > largest) return fail({ code: 'update-manifest-broken', source });
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}
