import type { Surface, Viewer } from '../records/audience.ts';
import type {
  DeviceId,
  DocumentVersionId,
  LayerPartId,
  MeetingId,
  ParticipantId,
  PersonId,
  RoomId,
  SeatLabel,
  Sha256,
} from '../records/ids.ts';
import type { Checkpoint, WireRecord } from '../records/wire-record.ts';
import type { CommandIntent } from '../protocol/commands/command-schemas.ts';
import type {
  AddDocumentQuery,
  Added,
  ExportedLog,
  HttpRefusal,
  IntakeFacts,
  Replaced,
  ReplaceDocumentQuery,
  SignInChoices,
} from '../protocol/http.ts';
import type { PageMessage } from '../protocol/page.ts';
import type { PointedPlace } from '../protocol/point.ts';
import type { RosterDevice } from '../protocol/roster.ts';
import type { OutboxEntry } from '../link/outbox-entry.ts';
import type { RefusalCode } from '../refusals/refusal-table.ts';
import type { GiveUp } from '../std/give-up.ts';
import type { Result } from '../std/result.ts';
import type { Stop, Watchable } from '../std/signal.ts';

/**
 * The contract between the renderer and its host. Two hosts implement it: Electron (main and preload) and a plain
 * browser. The renderer reaches the network, the disk and the keys through it and in no other way.
 */
export interface Bridge {
  readonly host: HostFacts;
  readonly device: DeviceBridge;
  readonly hub: HubBridge;
  readonly outbox: OutboxBridge;
  readonly vault: VaultBridge;
  readonly guard: GuardBridge;
  readonly layers: LayersBridge;
  /** Null where the page opens the print window by itself, as in a plain browser. */
  readonly printer: PrinterBridge | null;
}

/** What the host is and can do; the interface says so where it cannot. */
export interface HostFacts {
  readonly kind: 'electron' | 'browser';
  readonly kiosk: boolean;
  /** False where nothing may be printed from this machine, whatever the rules of the body say. */
  readonly prints: boolean;
  readonly displays: boolean;
  /** False where documents can be held in memory alone, to be fetched again after the next start. */
  readonly keepsPack: boolean;
}

/** Who this device is in the room. */
export interface DeviceIdentity {
  readonly surface: Surface;
  readonly seat: SeatLabel | null;
  /** Null until the device has been registered with a room. */
  readonly registered: { readonly roomId: RoomId; readonly deviceId: DeviceId } | null;
  /** The participant signed in at this device, kept over restarts; null when nobody is. */
  readonly participantId: ParticipantId | null;
  /** Who that is; null when nobody is, or where it is not known. */
  readonly personId: PersonId | null;
}

export interface DeviceBridge {
  readonly identity: Watchable<DeviceIdentity>;
  /** Registers this device with the room by its room code. Weather rejects with a {@link LinkDown}. */
  register(roomCode: string): Promise<Result<null, HttpRefusal>>;
  /** The people who may sign in here; for a seat, its own person first. */
  signInChoices(): Promise<Result<SignInChoices, HttpRefusal>>;
  signIn(participantId: ParticipantId, pin: string): Promise<Result<null, HttpRefusal>>;
  /** Forgets the person on this device; works offline. The pack stays. */
  signOut(): Promise<void>;
  /** 32 bytes that seal the replica at rest, made once per device and kept sealed by the host. */
  replicaKey(): Promise<Uint8Array>;
}

/** Thrown (rejected) when the hub cannot be reached: weather, never an answer. */
export class LinkDown extends Error {
  override readonly name = 'LinkDown';
}

/** The state of the link in one word, and since when. */
export interface LinkStatus {
  readonly state: 'unregistered' | 'connecting' | 'live' | 'offline' | 'rejected';
  /** This machine's clock when the state began. */
  readonly since: number;
  /** The hub's clock minus this machine's, in milliseconds; null before the first pong. */
  readonly clockDifferenceMs: number | null;
  /** Why the hub rejected this terminal; null in all other states. */
  readonly code: HttpRefusal['code'] | null;
}

/** What the link knows of the room once it has been welcomed; kept while offline. */
export interface RoomFacts {
  readonly roomId: RoomId;
  readonly epoch: number;
  /** Which of the histories that this terminal has met under one epoch; see `Era`. */
  readonly history: number;
  readonly viewer: Viewer;
  readonly participantId: ParticipantId | null;
}

/** Where a replica stands, and in which history; 0, the first, where that is left out. */
export interface ReplicaPlace extends Checkpoint {
  readonly history?: number | undefined;
}

/** One live change, in the words of `PokeMessage`. */
export interface Change {
  readonly epoch: number;
  readonly prev: number;
  readonly seq: number;
  readonly check: string;
  readonly records: readonly WireRecord[];
}

export interface HubBridge {
  readonly status: Watchable<LinkStatus>;
  readonly room: Watchable<RoomFacts | null>;
  /** Devices of the room; empty except at the consoles. */
  readonly roster: Watchable<readonly RosterDevice[]>;
  /** Where the presenter points, as last heard; it is for whoever shows it to let it go when it is not renewed. */
  readonly pointer: Watchable<PointedPlace | null>;
  /** Points for the room, as whoever leads its pages; lost without a word where that cannot be heard. */
  point(at: PointedPlace | null): void;
  /** Waits until the link is live, then answers with the records after `since`. Rejects when the link breaks meanwhile. */
  pull(since: ReplicaPlace, limit: number): Promise<PageMessage>;
  /** Live changes, and `'live'` each time a link has been established (the replica then resumes by a pull). */
  onChange(listener: (change: Change | 'live') => void): Stop;
  /** Tells the link what the replica holds, so that the hub can push the rest with its next welcome. */
  replicaReached(place: ReplicaPlace): void;
  /** What files the hub can make papers of. */
  intake(): Promise<Result<IntakeFacts, HttpRefusal>>;
  /**
   * Sends the bytes of a file to the hub (secretary's console). `onProgress` is told sent and total bytes. After
   * `signal` the hub keeps nothing of it unless it had taken it in already, and this rejects.
   */
  addDocument(
    query: AddDocumentQuery,
    pdf: Uint8Array,
    onProgress?: (sent: number, total: number) => void,
    signal?: GiveUp,
  ): Promise<Result<Added, HttpRefusal>>;
  /**
   * Compares a file with the version in force, and publishes it in its place if the query says so (secretary's
   * console). A text that the hub still holds from the comparison is named in the query, and no bytes are sent.
   */
  replaceDocument(
    query: ReplaceDocumentQuery,
    pdf: Uint8Array,
    onProgress?: (sent: number, total: number) => void,
    signal?: GiveUp,
  ): Promise<Result<Replaced, HttpRefusal>>;
  /**
   * Bytes `[begin, end)` of a file at the hub, past the vault, as the secretary's export of a pack needs them: records
   * and originals that no terminal keeps (consoles).
   */
  readBlob(sha256: Sha256, begin: number, end: number): Promise<Result<Uint8Array, HttpRefusal>>;
  /** The log of the room, signed, for whoever recounts the votes (secretary's console). */
  exportLog(): Promise<Result<ExportedLog, HttpRefusal>>;
}

export interface OutboxBridge {
  /** Commands not yet answered and those answered lately, in the order they were made. */
  readonly entries: Watchable<readonly OutboxEntry[]>;
  /** Why the hub cannot take what waits just now, such as `hub/disk-full`; null while nothing hinders it. */
  readonly hindrance: Watchable<RefusalCode | null>;
  /** Resolves once the command is durable on this machine; its answer appears in `entries`. Rejects when the disk refuses. */
  submit(intent: CommandIntent): Promise<OutboxEntry>;
  /** Forgets an answered entry that the person has seen, or one that waits for somebody who is not signed in here. */
  dismiss(id: OutboxEntry['id']): Promise<void>;
}

/** Whether the notes of the person signed in can be opened on this terminal. */
export interface LayersState {
  /** `locked`: somebody is signed in, but his or her keys are not here; signing in again brings them. */
  readonly state: 'nobody' | 'locked' | 'ready';
  /** Names of the keys that are held, the one in use first; a restored key lets older parts be opened. */
  readonly keys: readonly string[];
  /** Whether a recovery key has been printed for the key in use, as far as this terminal has been told. */
  readonly hasRecovery: boolean;
}

/** The keys of the personal layer: they never leave the host, which seals and opens for the window. */
export interface LayersBridge {
  readonly state: Watchable<LayersState>;
  /** Seals bytes into base64 as part `partId` of the layer of whoever is signed in. Rejects unless `ready`. */
  seal(
    part: { readonly meetingId: MeetingId; readonly partId: LayerPartId },
    clear: Uint8Array,
  ): Promise<string>;
  /** Opens parts, in their order; null for one that is of another person, another meeting, another key, or damaged. */
  open(
    meetingId: MeetingId,
    parts: readonly { readonly partId: LayerPartId; readonly sealed: string }[],
  ): Promise<readonly (Uint8Array | null)[]>;
  /** Changes the PIN of whoever is signed in; the notes stay. Weather rejects with a {@link LinkDown}. */
  changePin(oldPin: string, newPin: string): Promise<Result<null, HttpRefusal>>;
  /** Makes a recovery key to be printed, in place of one made before, and gives it in groups. */
  makeRecovery(pin: string): Promise<Result<string, HttpRefusal>>;
  /** Brings back the notes of before a reset of the PIN. */
  restore(pin: string, recoveryKey: string): Promise<Result<null, HttpRefusal>>;
  /** At the secretary's console: gives the person a new PIN, which is answered. His or her notes are lost with the old one. */
  resetPin(participantId: ParticipantId): Promise<Result<string, HttpRefusal>>;
}

/** One blob that the seat should hold. */
export interface WantedBlob {
  /** Under whose key it is kept: a recall destroys the key, and with it what this meeting has brought. */
  readonly meetingId: MeetingId;
  readonly versionId: DocumentVersionId;
  readonly sha256: Sha256;
  readonly bytes: number;
}

/** How much of one blob is held. `refetching` after bytes failed their check. */
export interface BlobProgress {
  readonly meetingId: MeetingId;
  readonly versionId: DocumentVersionId;
  readonly sha256: Sha256;
  readonly heldBytes: number;
  readonly bytes: number;
  readonly state: 'waiting' | 'fetching' | 'held' | 'refetching' | 'disk-full';
}

export interface VaultBridge {
  readonly progress: Watchable<readonly BlobProgress[]>;
  /** Sets what is to be held, most urgent first. Fetching goes on in the background and resumes after interruptions. */
  want(blobs: readonly WantedBlob[]): void;
  /** Deletes everything that is held but not wanted. */
  dropOthers(): Promise<void>;
  /** Bytes `[begin, end)` of a held blob, verified; null when they are not held (yet). Works without the hub. */
  read(sha256: Sha256, begin: number, end: number): Promise<Uint8Array | null>;
}

/** Whether this terminal may show what it holds. */
export interface GuardState {
  /**
   * `checking`: whether something has been recalled is not known yet. `locked`: a PIN is wanted first. In both no byte
   * of a document is given out, and nothing is to be shown.
   */
  readonly state: 'checking' | 'locked' | 'open';
  /** Whose PIN unlocks it; null while it is not locked. */
  readonly lockedBy: ParticipantId | null;
  /** Somebody has signed in here, whose PIN would unlock it. */
  readonly canLock: boolean;
  /** Meetings whose papers have been recalled and are gone from here, for ever. */
  readonly recalled: readonly MeetingId[];
}

/** What came of a PIN at a locked terminal. `waiting`: too many were wrong; the next may be tried after `waitMs`. */
export type Unlocking =
  | { readonly is: 'open' | 'wrong' }
  | { readonly is: 'waiting'; readonly waitMs: number };

export interface GuardBridge {
  readonly state: Watchable<GuardState>;
  /** Hides everything until the PIN of the person who signed in here; also over a restart. Works without the hub. */
  lock(): Promise<void>;
  unlock(pin: string): Promise<Unlocking>;
}

/** What hinders a print before its pages are drawn; `ready` is nothing. */
export type PrintReadiness = 'ready' | 'not-allowed' | 'no-printer' | 'too-large';

/** How a print ended. `printed`: the system has taken it. */
export type PrintEnd = 'printed' | 'cancelled' | 'not-allowed' | 'no-printer' | 'failed';

/**
 * Prints pictures of pages by the print window of the system. One print at a time: a window that begins another has
 * given up the one before.
 */
export interface PrinterBridge {
  /** Begins a print of so many pages of a meeting's paper. */
  begin(meetingId: MeetingId, pages: number): Promise<PrintReadiness>;
  /** Adds the next page, a JPEG picture of an upright sheet; false when the print is not wanted any longer, or too large. */
  addPage(picture: Uint8Array): Promise<boolean>;
  /** Opens the print window over all pages; resolves when it has closed. */
  show(): Promise<PrintEnd>;
  /** Gives the print up and closes its window. */
  drop(): void;
}
