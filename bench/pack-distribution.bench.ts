import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../src/shared/records/ids.ts';
import type { Fetching } from './clients/fetch-bytes.ts';
import { startCrowd } from './clients/start-crowd.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { addPapers, admitSeats, fillRoom, openRoom, type Tokens } from './room/prepared-room.ts';
import { nginxPath, startNginx } from './servers/start-nginx.ts';
import { startHub, startServer, type Server } from './servers/start-server.ts';

const packBytes = 100_000_000;

/** 100 MB to many seats at once: from a real hub, which checks who asks, and from file servers, which do not. */
export const packDistribution: Bench = {
  name: 'pack-distribution',
  async run({ folder, quick, say }) {
    const data = join(folder, 'room');
    const { name, file, tokens } = await preparePack(data);
    const hub = await startHub(data);
    const bare = await startServer('bare-files', [file]);
    const nginx = existsSync(nginxPath) ? await startNginx(file, folder) : null;
    if (nginx === null) say(`the arm of nginx is left out: there is no ${nginxPath}`);
    const crowd = startCrowd();
    try {
      const figures: Figure[] = [];
      for (const seats of quick ? [30] : [30, 60]) {
        const from = (server: Server | null, path: string): (() => Promise<{ rate: number }>) => {
          const fetchings = fetchingsOf(server?.url ?? '', path, tokens.slice(0, seats));
          return async () => ({
            rate: server === null ? Number.NaN : (await crowd.fetchAll(fetchings)) / 1000,
          });
        };
        const arms = {
          hub: from(hub, `/v1/blobs/${name}`),
          nginx: from(nginx, '/pack'),
          bare: from(bare, '/'),
        };
        // oxlint-disable-next-line no-await-in-loop
        const measured = await inRounds(arms, quick ? 1 : 5);
        const shared = { what: '100 MB pack', size: `${seats} seats`, unit: 'MB/s', ours: measured.hub.rate };
        const target = { atLeast: 0.8 };
        if (nginx !== null)
          figures.push(
            compare({ ...shared, limit: measured.nginx.rate, against: 'nginx, plain HTTP', target }),
          );
        figures.push(
          compare({ ...shared, limit: measured.bare.rate, against: 'node:http file server', target: null }),
        );
      }
      return figures;
    } finally {
      await Promise.all([crowd.stop(), hub.stop(), bare.stop(), nginx?.stop()]);
    }
  },
};

interface Pack {
  readonly name: string;
  readonly file: string;
  readonly tokens: readonly Tokens[];
}

async function preparePack(data: string): Promise<Pack> {
  const open = openRoom(data);
  await fillRoom(open, 60);
  const staged = await open.store.blobs.stage(bytesOf(packBytes), packBytes);
  if (!staged.ok) throw new Error(staged.reason);
  await staged.value.keep();
  const name = sha256.parse(staged.value.sha256);
  await addPapers(open, 1, { name, bytes: packBytes });
  const tokens = admitSeats(open, 60);
  open.store.close();
  return { name, file: join(data, 'blobs', name.slice(0, 2), name), tokens };
}

/** Bytes that no file system can shorten. */
async function* bytesOf(count: number): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0; left -= 1_000_000) {
    const piece = new Uint8Array(Math.min(1_000_000, left));
    for (let at = 0; at < piece.length; at += 65_536) crypto.getRandomValues(piece.subarray(at, at + 65_536));
    yield piece;
  }
}

function fetchingsOf(server: string, path: string, tokens: readonly Tokens[]): readonly Fetching[] {
  return tokens.map(({ deviceToken, sessionToken }) => ({
    url: `${server}${path}`,
    headers: [`Authorization: Bearer ${deviceToken}`, `X-Session-Token: ${sessionToken}`],
  }));
}
