import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageFileAt, pageHeaders } from './page-address.ts';

/** Answers requests for the program's own pages from the built interface under `folder`, with these headers. */
export function createPageServer(
  folder: string,
  headers: Readonly<Record<string, string>> = pageHeaders,
): (request: Request) => Promise<Response> {
  const missing = (): Response => new Response(null, { status: 404, headers: { ...headers } });
  return async ({ method, url }) => {
    const file = pageFileAt(url);
    if (file === null || method !== 'GET') return missing();
    try {
      const body = await readFile(join(folder, file.path));
      return new Response(body, { headers: { ...headers, 'content-type': file.type } });
    } catch {
      return missing();
    }
  };
}
