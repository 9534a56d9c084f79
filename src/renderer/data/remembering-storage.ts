import {
  getPrimaryFieldOfPrimaryKey,
  getQueryMatcher,
  getSortComparator,
  normalizeMangoQuery,
  prepareQuery,
  type PreparedQuery,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
} from 'rxdb';
import { map } from 'rxjs';

/**
 * Wraps an RxDB storage for a replica: what is on disk is read once, when a collection is opened, and from then on
 * all reads come from memory. Writes go to the disk first and into memory after it. It relies on two facts:
 * one window alone has the database open, and documents come from the hub alone, never from a person.
 *
 * - Nothing is ever offered for pushing, so RxDB need not search for what to push after every pull.
 * - After the first write that fails nothing more is written, and `onFailure` is told once. RxDB would go on with the
 *   next batch and move its checkpoint past the lost one; like this the checkpoint on disk is never ahead of the
 *   documents on disk, and whoever opens the database again resumes without a hole. RxDB itself is told that all went
 *   well, because a refused checkpoint would leave it hanging when it is closed.
 */
export function rememberingStorage<Internals, Options>(
  inner: RxStorage<Internals, Options>,
  onFailure: (reason: unknown) => void,
): RxStorage<Internals, Options> {
  const guard = createGuard(onFailure);
  return {
    name: `remembered-${inner.name}`,
    rxdbVersion: inner.rxdbVersion,
    async createStorageInstance<Doc>(params: RxStorageInstanceCreationParams<Doc, Options>) {
      const instance = await inner.createStorageInstance(params);
      if (params.collectionName === internalCollection) return instance;
      try {
        return rememberingInstance(instance, await readAll(instance), guard);
      } catch (reason) {
        await instance.close();
        throw reason;
      }
    },
  };
}

/** RxDB's own list of its collections: a failure to write it must fail the opening. */
const internalCollection = '_rxdb_internal';

/** Runs writes until one fails, and none from then on; null for a write that failed or did not run. */
type Guard = <Value>(write: () => Promise<Value>) => Promise<Value | null>;

function createGuard(onFailure: (reason: unknown) => void): Guard {
  let hasFailed = false;
  return async (write) => {
    if (hasFailed) return null;
    try {
      return await write();
    } catch (reason) {
      if (!hasFailed) onFailure(reason);
      hasFailed = true;
      return null;
    }
  };
}

type Memory<Doc> = Map<string, RxDocumentData<Doc>>;

async function readAll<Doc, Internals, Options>(
  instance: RxStorageInstance<Doc, Internals, Options>,
): Promise<Memory<Doc>> {
  const primary = primaryOf(instance.schema);
  const query = prepareQuery<RxDocumentData<Doc>>(
    instance.schema,
    normalizeMangoQuery<RxDocumentData<Doc>>(instance.schema, {}),
  );
  const { documents } = await instance.query(query as unknown as PreparedQuery<Doc>);
  return new Map(documents.map((document) => [primary(document), document]));
}

function rememberingInstance<Doc, Internals, Options>(
  instance: RxStorageInstance<Doc, Internals, Options>,
  memory: Memory<Doc>,
  guard: Guard,
): RxStorageInstance<Doc, Internals, Options> {
  const primary = primaryOf(instance.schema);
  const find = (prepared: PreparedQuery<Doc>): RxDocumentData<Doc>[] => {
    const { query } = prepared;
    const schema = instance.schema as RxJsonSchema<RxDocumentData<Doc>>;
    const found = [...memory.values()]
      .filter(getQueryMatcher<Doc>(schema, query))
      .toSorted(getSortComparator<Doc>(schema, query));
    return query.limit === undefined
      ? found.slice(query.skip)
      : found.slice(query.skip, query.skip + query.limit);
  };
  return {
    databaseName: instance.databaseName,
    collectionName: instance.collectionName,
    internals: instance.internals,
    options: instance.options,
    schema: instance.schema,
    async bulkWrite(rows, context) {
      const result = await guard(() => instance.bulkWrite(rows, context));
      if (result === null) return { error: [] };
      const refused = new Set(result.error.map((error) => error.documentId));
      for (const { document } of rows) {
        const id = primary(document);
        if (!refused.has(id)) memory.set(id, document);
      }
      return result;
    },
    findDocumentsById: (ids, withDeleted) => {
      const found = ids.flatMap((id) => memory.get(id) ?? []);
      return Promise.resolve(withDeleted ? found : found.filter((document) => !document._deleted));
    },
    query: (prepared) => Promise.resolve({ documents: find(prepared) }),
    count: (prepared) => Promise.resolve({ count: find(prepared).length, mode: 'fast' }),
    getChangedDocumentsSince: (_limit, checkpoint) =>
      Promise.resolve({ documents: [], checkpoint: checkpoint ?? {} }),
    // A checkpoint that never changes: RxDB writes the one of its push side after each pulled batch otherwise.
    changeStream: () => instance.changeStream().pipe(map((bulk) => ({ ...bulk, checkpoint: {} }))),
    getAttachmentData: (documentId, attachmentId, digest) =>
      instance.getAttachmentData(documentId, attachmentId, digest),
    async cleanup(minimumDeletedTime) {
      await guard(() => instance.cleanup(minimumDeletedTime));
      const left = await readAll(instance);
      for (const id of memory.keys()) if (!left.has(id)) memory.delete(id);
      return true;
    },
    async remove() {
      await guard(() => instance.remove());
      memory.clear();
    },
    close: () => instance.close(),
  };
}

function primaryOf<Doc>(
  schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>,
): (document: RxDocumentData<Doc>) => string {
  const field = getPrimaryFieldOfPrimaryKey(schema.primaryKey);
  return (document) => String(document[field as keyof RxDocumentData<Doc>]);
}
