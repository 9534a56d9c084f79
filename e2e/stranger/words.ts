/** The messages of docs/protocol.md that a stranger needs, written down from that page alone. */

export type Surface = 'seat' | 'chair' | 'clerk' | 'screen';

export interface RoomRecord {
  readonly key: string;
  readonly kind: string;
  readonly seq: number;
  readonly body: Readonly<Record<string, unknown>> | null;
}

export type Answer =
  | {
      readonly status: 'accepted';
      readonly epoch: number;
      readonly seq: number;
      readonly receipt: string;
      readonly note: string;
    }
  | { readonly status: 'refused'; readonly epoch: number; readonly seq: number; readonly code: string }
  | { readonly status: 'unavailable'; readonly code: string };

/** What the hub decides for good; weather is no answer to wait for. */
export type FinalAnswer = Exclude<Answer, { status: 'unavailable' }>;

export interface Welcome {
  readonly type: 'welcome';
  readonly epoch: number;
  readonly seq: number;
  readonly participantId: string | null;
}

export interface SeatedDevice {
  readonly deviceId: string;
  readonly surface: Surface;
  readonly seat: string | null;
  readonly participantId: string | null;
  readonly linked: boolean;
}

export type FromHub =
  | Welcome
  | { readonly type: 'rejected'; readonly code: string }
  | { readonly type: 'prove'; readonly nonce: string }
  | { readonly type: 'pong'; readonly at: number; readonly now: number }
  | {
      readonly type: 'page';
      readonly epoch: number;
      readonly since: number;
      readonly upTo: number;
      readonly complete: boolean;
      readonly records: readonly RoomRecord[];
    }
  | {
      readonly type: 'poke';
      readonly epoch: number;
      readonly prev: number;
      readonly seq: number;
      readonly records: readonly RoomRecord[];
    }
  | { readonly type: 'answer'; readonly id: string; readonly answer: Answer }
  | { readonly type: 'roster'; readonly devices: readonly SeatedDevice[] };

export interface CommandToHub {
  readonly type: 'command';
  readonly id: string;
  readonly command: string;
  readonly madeAt: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A refusal over HTTP. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  readonly code: string;
  readonly sentence: string;

  constructor(status: number, body: { readonly code: string; readonly vi: string }) {
    super(`${status} ${body.code}`);
    this.status = status;
    this.code = body.code;
    this.sentence = body.vi;
  }
}
