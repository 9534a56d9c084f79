import type { EntryType, LogEntry } from './log-entry.ts';
import type { RecordChange, RoomState } from './room-state.ts';

/** The records that entries of one type change, with their new values; from the state before the entry. */
export type Evolution<Type extends EntryType> = (
  state: RoomState,
  entry: LogEntry & { readonly type: Type },
) => readonly RecordChange[];

/** What comes of entries, by type. */
export type Evolutions<Types extends EntryType> = { readonly [Type in Types]: Evolution<Type> };
