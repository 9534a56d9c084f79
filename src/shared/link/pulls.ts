import { LinkDown, type Change, type ReplicaPlace } from '../bridge/bridge.ts';
import type { PageMessage } from '../protocol/page.ts';
import type { PullMessage } from '../protocol/pull.ts';
import type { Checkpoint, WireRecord } from '../records/wire-record.ts';
import type { Era } from './link-ports.ts';

interface Asked {
  readonly since: ReplicaPlace;
  readonly limit: number;
  resolve(page: PageMessage): void;
  reject(reason: LinkDown): void;
}

/** The page that the hub pushes after its welcome: not yet here, here and growing with the pokes, or not to be expected. */
type Pushed = 'awaited' | PageMessage | null;

/**
 * The pulls of one link. A pull waits until the link is live; it is answered by the pushed page where that covers it,
 * and by a request to the hub otherwise.
 *
 * Invariant: an answer contains every change that was told before the pull was asked for. The kept page therefore
 * grows with each poke; a page as it was at the welcome would take a replica back behind changes it has been told of.
 */
export class Pulls {
  readonly #waiting: Asked[] = [];
  readonly #requests = new Map<number, Asked>();
  #nextRequest = 0;
  #send: ((message: PullMessage) => void) | null = null;
  #pushed: Pushed = null;
  /** Of the present link. */
  #era: Era = { epoch: 0, history: 0 };
  /** From where on the hub pushes: it has found that place in its log. */
  #from: Checkpoint | null = null;

  /**
   * Asks for the records after `since`; rejects with {@link LinkDown} when the link breaks before the answer, or when
   * that place is of an era that the link has left: the hub would find another entry there.
   */
  ask(since: ReplicaPlace, limit: number): Promise<PageMessage> {
    return new Promise((resolve, reject) => {
      this.#serve({ since, limit, resolve, reject });
    });
  }

  /** The link is live: waiting pulls go out by `send`, unless a page is on its way that is pushed `from` somewhere. */
  live(send: (message: PullMessage) => void, era: Era, from: Checkpoint | null): void {
    this.#send = send;
    this.#era = era;
    this.#from = from;
    this.#pushed = from === null ? null : 'awaited';
    if (from === null) this.#serveWaiting();
  }

  /** A page has come: pushed, or for a request. A page for a request of an earlier connection is ignored. */
  page(page: PageMessage): void {
    if (page.request === -1) {
      this.#pushed = page;
      this.#serveWaiting();
      return;
    }
    const asked = this.#requests.get(page.request);
    if (asked === undefined) return;
    this.#requests.delete(page.request);
    asked.resolve(page);
  }

  /** A live change: the kept page takes it up, or is given up where it does not reach the change. */
  changed(change: Change): void {
    const kept = this.#pushed;
    if (kept === null || kept === 'awaited') return;
    const fits = kept.complete && change.epoch === kept.epoch && change.prev <= kept.upTo;
    this.#pushed = fits ? withChange(kept, change) : null;
  }

  /** The hub has answered something later than its welcome: a page that is not here by now was never pushed. */
  pushIsOver(): void {
    if (this.#pushed !== 'awaited') return;
    this.#pushed = null;
    this.#serveWaiting();
  }

  /** The link broke: pulls already sent are rejected, the others wait for the next link. */
  broken(): void {
    this.#send = null;
    this.#pushed = null;
    const lost = [...this.#requests.values()];
    this.#requests.clear();
    for (const asked of lost) asked.reject(new LinkDown('the link broke before the page came'));
  }

  /** The link stopped, or serves another person from now on: nothing that was asked is answered. */
  dropAll(): void {
    this.broken();
    for (const asked of this.#waiting.splice(0)) asked.reject(new LinkDown('the link has ended'));
  }

  #serveWaiting(): void {
    for (const asked of this.#waiting.splice(0)) this.#serve(asked);
  }

  #serve(asked: Asked): void {
    if (this.#send === null || this.#pushed === 'awaited') {
      this.#waiting.push(asked);
      return;
    }
    const { epoch, seq, head, check, history = 0 } = asked.since;
    const isOfEra = epoch === this.#era.epoch && history === this.#era.history;
    if (!isOfEra) return asked.reject(new LinkDown('the hub is of another era'));
    const kept = this.#pushed;
    if (kept !== null) {
      this.#pushed = null;
      if (this.#covers(kept, asked.since)) return asked.resolve(pageAfter(kept, seq));
    }
    const request = this.#nextRequest;
    this.#nextRequest += 1;
    this.#requests.set(request, asked);
    this.#send({ type: 'pull', request, since: seq, head, check, limit: asked.limit });
  }

  /** Whether a pushed page goes on from that place, which must be one of its history if that can be told. */
  #covers(kept: PageMessage, { seq, check }: Checkpoint): boolean {
    if (seq < kept.since || seq > kept.upTo) return false;
    return check === undefined || check === kept.check || check === this.#from?.check;
  }
}

function withChange(page: PageMessage, change: Change): PageMessage {
  if (change.seq <= page.upTo) return page;
  const changed = new Set<string>(change.records.map((record) => record.key));
  const kept: WireRecord[] = page.records.filter((record) => !changed.has(record.key));
  return {
    ...page,
    upTo: change.seq,
    head: change.seq,
    check: change.check,
    records: [...kept, ...change.records],
  };
}

function pageAfter(page: PageMessage, since: number): PageMessage {
  if (since === page.since) return page;
  return { ...page, since, records: page.records.filter((record) => record.seq > since) };
}
