import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageFileAt, pageHeaders } from './page-address.ts';

/** Answers requests for the program's own pages from the built interface under `folder`. */
export function createPageServer(folder: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    const file = pageFileAt(url);
    if (file === null || method !== 'GET') return missing();
    try {
      const body = await readFile(join(folder, file.path));
      return new Response(body, { headers: { ...pageHeaders, 'content-type': file.type } });
    } catch {
      return missing();
    }
  };
}

function missing(): Response {
  return new Response(null, { status: 404, headers: { ...pageHeaders } });
}
