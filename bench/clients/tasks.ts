import { performance } from 'node:perf_hooks';
import { present } from '../../src/shared/std/must.ts';
import { percentile } from '../measure/spread.ts';
import { fetchBytes, type Fetching } from './fetch-bytes.ts';
import { openFrameSocket } from './frame-socket.ts';
import { isOf, LineGroup } from './line-group.ts';

/** Times in milliseconds: of the middle one, of all but one in a hundred, of the last. */
export interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly last: number;
}

/** By what a client sees that it knows all: this text has come so many times, answers to commands left out. */
export interface Sign {
  readonly mark: string;
  readonly times: number;
}

/** A client shows at least so often that it is alive, in milliseconds. */
const restMs = 1_500;

/** What the crowd of clients can be told to do. Client 0 of a group is the chairperson's, the others are seats. */
export interface Tasks {
  /** Opens a group of clients, one per hello. */
  connect(group: string, url: string, hellos: readonly string[]): Promise<void>;
  /** Sends a command as one client and resolves with its answer. */
  ask(group: string, client: number, text: string): Promise<string>;
  /** Sends a command as client 0 and resolves with the poke that client 1 gets of it. */
  pokeOf(group: string, text: string): Promise<string>;
  /** Gives the bare server the text that it sends to everybody. */
  show(group: string, text: string): Promise<void>;
  /** Sends messages as client 0, one by one, and measures how long each takes to every other client. */
  broadcast(group: string, texts: readonly string[], everyMs: number): Promise<Delays>;
  /** Sends one ballot per seat in one turn; measures the answers, and when the last seat has seen them all counted. */
  cast(
    group: string,
    texts: readonly string[],
  ): Promise<{ readonly answers: Delays; readonly tally: number }>;
  /**
   * Sends one command per seat in one turn; measures until every client, those that send nothing included, has been told
   * `times` of what `mark` marks.
   */
  agree(group: string, texts: readonly string[], sign: Sign): Promise<Delays>;
  /** Connects seats at once; each is there when it has a page, pushed or (with `pull`) fetched beside the connection. */
  storm(url: string, hellos: readonly string[], pull: string | null): Promise<Delays>;
  /** Fetches the same at once; resolves with bytes per millisecond of all together. */
  fetchAll(fetchings: readonly Fetching[]): Promise<number>;
  close(group: string): Promise<void>;
}

/** The tasks as the process of the clients does them. */
export function createTasks(): Tasks {
  const groups = new Map<string, LineGroup>();
  const groupOf = (name: string): LineGroup => present(groups.get(name), `group ${name}`);
  /** All groups, because a hub gives up clients that have been silent while another was measured. */
  const rest = async (): Promise<void> => {
    for (const each of groups.values()) {
      // oxlint-disable-next-line no-await-in-loop
      await each.ping();
    }
  };
  const quietGroup = async (name: string): Promise<LineGroup> => {
    await rest();
    return groupOf(name);
  };
  return {
    async connect(name, url, hellos) {
      const group = new LineGroup();
      let rested = Promise.resolve();
      const resting = setInterval(() => {
        rested = rested.then(rest);
      }, restMs);
      await group.connect(url, hellos);
      clearInterval(resting);
      await rested;
      groups.set(name, group);
    },
    ask: async (name, client, text) => await ask(await quietGroup(name), client, text),
    pokeOf: async (name, text) => await pokeOf(await quietGroup(name), text),
    show: async (name, text) => (await quietGroup(name)).send(0, `{"type":"text"}${text}`),
    broadcast: async (name, texts, everyMs) =>
      await broadcast(await quietGroup(name), { texts, everyMs, rest }),
    cast: async (name, texts) => await cast(await quietGroup(name), texts),
    agree: async (name, texts, sign) => await agree(await quietGroup(name), texts, sign),
    storm: async (url, hellos, pull) => await storm(url, hellos, pull),
    fetchAll,
    async close(name) {
      groupOf(name).close();
      groups.delete(name);
    },
  };
}

async function ask(group: LineGroup, client: number, text: string): Promise<string> {
  let answer = '';
  const answered = group.until((from, message) => {
    if (from !== client || !isOf(message, 'answer')) return false;
    answer = message.toString('utf8');
    return true;
  });
  group.send(client, text);
  await answered;
  return answer;
}

async function pokeOf(group: LineGroup, text: string): Promise<string> {
  let poke = '';
  const poked = group.until((client, message) => {
    if (client !== 1 || !isOf(message, 'poke')) return false;
    poke = message.toString('utf8');
    return true;
  });
  group.send(0, text);
  await poked;
  return poke;
}

interface Broadcasting {
  readonly texts: readonly string[];
  readonly everyMs: number;
  /** Lets everybody show that they are alive. */
  rest(): Promise<void>;
}

async function broadcast(group: LineGroup, { texts, everyMs, rest }: Broadcasting): Promise<Delays> {
  const delays: number[] = [];
  let restedAt = performance.now();
  for (const text of texts) {
    if (performance.now() - restedAt > restMs) {
      // oxlint-disable-next-line no-await-in-loop
      await rest();
      restedAt = performance.now();
    }
    let reached = 0;
    let sentAt = 0;
    const all = group.until((client, message) => {
      if (client === 0 || !isOf(message, 'poke')) return false;
      delays.push(performance.now() - sentAt);
      reached += 1;
      return reached === group.size - 1;
    });
    sentAt = performance.now();
    group.send(0, text);
    // oxlint-disable-next-line no-await-in-loop
    await all;
    // oxlint-disable-next-line no-await-in-loop
    await pause(everyMs - (performance.now() - sentAt));
  }
  return delaysOf(delays);
}

async function cast(
  group: LineGroup,
  texts: readonly string[],
): Promise<{ readonly answers: Delays; readonly tally: number }> {
  const answers: number[] = [];
  const counted = new Set<number>();
  const mark = `"received":${texts.length},`;
  let tally = 0;
  let sentAt = 0;
  const all = group.until((client, message) => {
    if (isOf(message, 'answer')) answers.push(performance.now() - sentAt);
    else if (client > 0 && !counted.has(client) && message.includes(mark)) {
      counted.add(client);
      tally = performance.now() - sentAt;
    }
    return answers.length === texts.length && counted.size === group.size - 1;
  });
  sentAt = performance.now();
  for (const [at, text] of texts.entries()) group.send(at + 1, text);
  await all;
  return { answers: delaysOf(answers), tally };
}

async function agree(group: LineGroup, texts: readonly string[], { mark, times }: Sign): Promise<Delays> {
  const seen = Array.from({ length: group.size }, () => 0);
  const delays: number[] = [];
  let sentAt = 0;
  const all = group.until((client, message) => {
    const before = seen[client] ?? 0;
    if (before >= times || isOf(message, 'answer')) return false;
    const now = before + occurrences(message, mark);
    seen[client] = now;
    if (now >= times) delays.push(performance.now() - sentAt);
    return delays.length === group.size;
  });
  sentAt = performance.now();
  for (const [at, text] of texts.entries()) group.send(at + 1, text);
  await all;
  return delaysOf(delays);
}

function occurrences(message: Buffer, mark: string): number {
  let count = 0;
  for (let at = message.indexOf(mark); at >= 0; at = message.indexOf(mark, at + mark.length)) count += 1;
  return count;
}

async function storm(url: string, hellos: readonly string[], pull: string | null): Promise<Delays> {
  const begun = performance.now();
  const closes: (() => void)[] = [];
  const seat = async (hello: string): Promise<number> => {
    const fetched = pull === null ? null : fetchBytes({ url: pull });
    await new Promise<void>((resolve, reject) => {
      const last = pull === null ? 'page' : 'welcome';
      openFrameSocket(url, (text) => isOf(text, last) && resolve()).then((socket) => {
        closes.push(() => socket.close());
        socket.send(hello);
      }, reject);
    });
    await fetched;
    return performance.now() - begun;
  };
  const delays = await Promise.all(hellos.map(seat));
  for (const close of closes) close();
  return delaysOf(delays);
}

async function fetchAll(fetchings: readonly Fetching[]): Promise<number> {
  const begun = performance.now();
  const bytes = await Promise.all(fetchings.map(fetchBytes));
  return bytes.reduce((sum, each) => sum + each, 0) / (performance.now() - begun);
}

function delaysOf(values: readonly number[]): Delays {
  return { p50: percentile(values, 0.5), p99: percentile(values, 0.99), last: percentile(values, 1) };
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
