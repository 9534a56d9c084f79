import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetrics, type Metrics, type MetricsPorts } from './metrics.ts';
import { readHubFacts } from './hub-facts.ts';

/** How figures are offered. */
export interface MetricsSettings {
  /** One figure per seat, by its label. */
  readonly bySeat: boolean;
}

/** Figures of a hub over this data folder, and what whoever comes from another machine has to show. */
export interface OpenMetrics {
  readonly metrics: Metrics;
  readonly metricsToken: string;
}

export function openMetrics(
  folder: string,
  { bySeat }: MetricsSettings,
  look: Pick<MetricsPorts, 'devices' | 'connections' | 'entries'>,
): OpenMetrics {
  const metrics = createMetrics({
    ...look,
    bySeat,
    logBytes: async () => logBytes(folder),
    freeBytes: async () => (await readHubFacts(folder)).disk?.freeBytes ?? null,
  });
  return { metrics, metricsToken: openToken(join(folder, 'metrics-token.txt')) };
}

/** The log, and what SQLite keeps beside it. */
function logBytes(folder: string): number | null {
  try {
    return readdirSync(folder)
      .filter((name) => /^log\.sqlite(?:-wal|-shm)?$/.test(name))
      .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  } catch {
    return null;
  }
}

/** Made at the first start with figures; whoever can read the data folder can hand it to the monitoring system. */
function openToken(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
