import type { HttpRefusal } from '../protocol/http.ts';
import type { Result } from '../std/result.ts';
import type { Watchable } from '../std/signal.ts';

export type AdminMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One request below `/v1/admin/`, as it travels from the page to whoever reaches the hub. */
export interface AdminRequest {
  readonly method: AdminMethod;
  /** With its query: "/v1/admin/health". */
  readonly path: string;
  /** Sent as JSON; undefined for none. */
  readonly body: unknown;
  /** Null while nobody is signed in. */
  readonly token: string | null;
  /** The page asks by itself, to stay up to date: a session does not last longer for it. */
  readonly isUnattended: boolean;
}

export interface AdminAnswer {
  readonly status: number;
  readonly text: string;
}

/** How the page reaches the hub. Rejects with `LinkDown` when it cannot. */
export type AdminTransport = (request: AdminRequest) => Promise<AdminAnswer>;

/** `ended`: there was a session, which ended by itself or with the hub. */
export type AdminState = 'signed-out' | 'signed-in' | 'ended';

/** The administration of a room as its page has it. The token stays in the memory of the page. */
export interface AdminLink {
  readonly state: Watchable<AdminState>;
  /** Rejects with `LinkDown` when the hub cannot be reached. */
  signIn(password: string): Promise<Result<null, HttpRefusal>>;
  signOut(): Promise<void>;
  /**
   * Asks the hub. What it answers has yet to be parsed; null for an answer without a body. Rejects with `LinkDown` when
   * the hub cannot be reached.
   */
  ask(method: AdminMethod, path: string, body?: unknown): Promise<Result<unknown, HttpRefusal>>;
  /** The same for what the page asks by itself. */
  watch(path: string): Promise<Result<unknown, HttpRefusal>>;
}
