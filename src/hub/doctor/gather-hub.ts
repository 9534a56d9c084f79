import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { measureDisk } from '../../machine/doctor/measure-disk.ts';
import { tryPort } from '../../machine/doctor/try-port.ts';
import type { BackupFacts, DataFacts, MachineFacts, PortFacts } from '../../shared/health/facts.ts';
import { policyFactsOf } from '../../shared/health/policy-facts.ts';
import type { EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import type { SettingKey } from '../../shared/policy/settings.ts';
import { health, type Health } from '../../shared/protocol/http.ts';
import { readHistory } from '../backup/backup-history.ts';
import type { Tools } from '../documents/find-tools.ts';
import { lookAtStore } from './look-at-store.ts';

export interface GatherHubPorts {
  readonly policy: EffectivePolicy;
  /** The version of the program. */
  readonly version: string;
  readonly tools: Tools;
  now(): number;
  /** Milliseconds of a clock that only goes forward. */
  elapsed(): number;
}

/** Everything that is known of a hub on this machine; of its data nothing where no folder is named. */
export async function gatherHub(ports: GatherHubPorts): Promise<MachineFacts> {
  const { policy, version, tools, now, elapsed } = ports;
  const { 'hub.data': data, 'hub.port': port, 'hub.tools': usesTools } = policy.values;
  const running = await askRunning(port);
  const general = {
    policy: policyFactsOf(policy),
    version: { own: version, hub: running?.version ?? null, understands: null },
    clock: { now: now(), differenceMs: null },
    memory: { freeBytes: freemem(), totalBytes: totalmem() },
    ...(usesTools ? { tools: { office: tools.office !== null, scans: tools.ocr !== null } } : {}),
  } satisfies MachineFacts;
  if (data === null) return { ...general, ports: await portsOf(policy, false) };
  const disk = await measureDisk({ folder: data, draft: `.doctor-${process.pid}`, now: elapsed });
  const looked = await lookAtStore(data);
  const isOurs = looked.data.state === 'in-use';
  return {
    ...general,
    ...(disk === null ? {} : { disk }),
    data: isOurs ? inUse(running) : looked.data,
    ...(looked.certificates === null ? {} : { certificates: looked.certificates }),
    ports: await portsOf(policy, isOurs),
    ...(looked.data.state === 'absent' ? {} : { backup: await backupOf(policy, data, now()) }),
  };
}

function inUse(running: Health | null): DataFacts {
  return { state: 'in-use', isReadOnly: running === null ? null : running.status === 'read-only' };
}

/** The hub that answers at the local door of this machine, if one does. */
async function askRunning(port: number): Promise<Health | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2_000) });
    return health.parse(await answer.json());
  } catch {
    return null; // Nobody is there, or somebody else.
  }
}

/** The ports that the settings open; of those to the network only where there is one. */
async function portsOf({ values }: EffectivePolicy, isOurs: boolean): Promise<PortFacts> {
  const lan = values['hub.lan'];
  const doors: readonly { readonly setting: SettingKey; readonly port: number; readonly host: string }[] = [
    { setting: 'hub.port', port: values['hub.port'], host: values['hub.host'] },
    ...(lan === null
      ? []
      : [
          { setting: 'hub.terminalPort' as const, port: values['hub.terminalPort'], host: lan },
          { setting: 'hub.pairingPort' as const, port: values['hub.pairingPort'], host: lan },
          { setting: 'hub.browserPort' as const, port: values['hub.browserPort'], host: lan },
        ]),
  ];
  return Promise.all(
    doors
      .filter(({ port }) => port !== 0)
      .map(async ({ setting, port, host }) => {
        const state = await tryPort(port, host);
        return { setting, port, state: state === 'taken' && isOurs ? ('ours' as const) : state };
      }),
  );
}

async function backupOf({ values }: EffectivePolicy, data: string, now: number): Promise<BackupFacts> {
  const folder = values['hub.backup.folder'];
  const { last } = readHistory(data);
  return {
    isPlanned: values['hub.backup.times'].length > 0,
    newestAgoMs: last === null ? null : Math.max(0, now - last.madeAt),
    isWritable: folder === null ? null : await isWritable(folder),
  };
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
