import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fetchBytes } from '../clients/fetch-bytes.ts';
import type { Server } from './start-server.ts';

/** Where Debian's nginx lies. */
export const nginxPath = '/usr/sbin/nginx';

/** Serves one file as `/pack` over plain HTTP, with the settings of Debian's nginx that matter for it. */
export async function startNginx(file: string, folder: string): Promise<Server> {
  const prefix = join(folder, 'nginx');
  mkdirSync(join(prefix, 'www'), { recursive: true });
  symlinkSync(file, join(prefix, 'www', 'pack'));
  const port = await freePort();
  writeFileSync(join(prefix, 'nginx.conf'), configuration(prefix, port));
  const child = spawn(nginxPath, ['-p', prefix, '-c', 'nginx.conf', '-e', 'error.log'], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(`${url}/ready`);
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      // Its workers end with it when it is asked to end, not when it is killed.
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function configuration(prefix: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
pid ${prefix}/nginx.pid;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  access_log off;
  default_type application/pdf;
  ${temporary.map((name) => `${name}_temp_path ${prefix}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${prefix}/www;
    location = /ready { return 200 "ready"; }
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      await fetchBytes({ url });
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
