import type { RecordBody, RecordKind } from '../../shared/records/registry.ts';
import { useReplica } from './data-context.ts';
import type { RecordSet, ReplicaState } from './replica.ts';
import { useWatchable } from './use-watchable.ts';

/** All records of a kind in the order of their keys; the same array until one of them changes. */
export function useRecords<Kind extends RecordKind>(kind: Kind): readonly RecordBody<Kind>[] {
  return useRecordSet(kind).list;
}

/** All records of a kind by their ids; the same map until one of them changes. */
export function useRecordMap<Kind extends RecordKind>(kind: Kind): ReadonlyMap<string, RecordBody<Kind>> {
  return useRecordSet(kind).byId;
}

/** One record by its id, or null while there is none. A ballot's id is `voteId~participantId`. */
export function useRecord<Kind extends RecordKind>(kind: Kind, id: string | null): RecordBody<Kind> | null {
  const { byId } = useRecordSet(kind);
  return id === null ? null : (byId.get(id) ?? null);
}

/** The records of a kind with the fact whether the disk has been read; for the rare place that must tell apart "none" and "not yet". */
export function useRecordSet<Kind extends RecordKind>(kind: Kind): RecordSet<Kind> {
  return useWatchable(useReplica().records(kind));
}

/** How whole and how fresh the records on this terminal are. */
export function useReplicaState(): ReplicaState {
  return useWatchable(useReplica().state);
}
