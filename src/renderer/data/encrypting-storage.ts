import {
  getPrimaryFieldOfPrimaryKey,
  type BulkWriteRow,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageChangeEvent,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
  type RxStorageWriteError,
} from 'rxdb';
import { map } from 'rxjs';
import type { RecordCipher } from './record-cipher.ts';

/** The field that holds everything that is sealed. */
const sealedField = 'sealed';

/** RxDB's own list of its collections; it holds names and schemas, nothing of the room. */
const internalCollection = '_rxdb_internal';

type Row = Readonly<Record<string, unknown>>;

/**
 * Wraps an RxDB storage so that on disk a document shows its primary key, its indexed fields and RxDB's own marks,
 * and everything else is one ciphertext, bound to database, collection and id. Works for collections and for the
 * collections in which RxDB keeps its checkpoints.
 *
 * RxDB's `wrapRxStorageInstance` would do it too, but seals each former state again and opens every change event;
 * here a document is sealed once when it is written, and opened only when it comes from the disk.
 */
export function encryptingStorage<Internals, Options>(
  inner: RxStorage<Internals, Options>,
  cipher: RecordCipher,
): RxStorage<Internals, Options> {
  return {
    name: `sealed-${inner.name}`,
    rxdbVersion: inner.rxdbVersion,
    async createStorageInstance<Doc>(params: RxStorageInstanceCreationParams<Doc, Options>) {
      if (params.collectionName === internalCollection) return await inner.createStorageInstance(params);
      const seal = createSeal<Doc>(params, cipher);
      const instance = await inner.createStorageInstance<Doc>({ ...params, schema: seal.schema });
      return sealedInstance(params.schema, instance, seal);
    },
  };
}

interface Seal<Doc> {
  /** The schema of what is stored. */
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>;
  close(document: RxDocumentData<Doc>): RxDocumentData<Doc>;
  open(document: RxDocumentData<Doc>): RxDocumentData<Doc>;
}

function createSeal<Doc>(
  params: {
    readonly databaseName: string;
    readonly collectionName: string;
    readonly schema: RxJsonSchema<RxDocumentData<Doc>>;
  },
  cipher: RecordCipher,
): Seal<Doc> {
  const { schema } = params;
  const primary = String(getPrimaryFieldOfPrimaryKey(schema.primaryKey));
  const clear = clearFields(schema, primary);
  const nameOf = (document: Row): string =>
    `${params.databaseName}|${params.collectionName}|${String(document[primary])}`;
  return {
    schema: schemaOf(schema, clear),
    close(document) {
      const row = document as Row;
      const kept = Object.entries(row).filter(([field]) => clear.has(field));
      const secret = Object.entries(row).filter(([field]) => !clear.has(field));
      const sealed = cipher.seal(nameOf(row), JSON.stringify(Object.fromEntries(secret)));
      return { ...Object.fromEntries(kept), [sealedField]: sealed } as unknown as RxDocumentData<Doc>;
    },
    open(document) {
      const { [sealedField]: sealed, ...kept } = document as Row;
      const secret = JSON.parse(cipher.open(nameOf(kept), String(sealed))) as Row;
      return { ...kept, ...secret } as RxDocumentData<Doc>;
    },
  };
}

function clearFields<Doc>(schema: RxJsonSchema<RxDocumentData<Doc>>, primary: string): ReadonlySet<string> {
  const composed = typeof schema.primaryKey === 'object' ? schema.primaryKey.fields : [];
  const indexed = (schema.indexes ?? []).flat().map((field) => String(field).split('.')[0] ?? '');
  return new Set([primary, ...composed.map(String), ...indexed, '_rev', '_deleted', '_meta', '_attachments']);
}

function schemaOf<Doc>(
  schema: RxJsonSchema<RxDocumentData<Doc>>,
  clear: ReadonlySet<string>,
): RxJsonSchema<RxDocumentData<Doc>> {
  const kept = Object.entries(schema.properties).filter(([field]) => clear.has(field));
  return {
    ...schema,
    properties: { ...Object.fromEntries(kept), [sealedField]: { type: 'string' } },
    required: [...(schema.required ?? []).filter((field) => clear.has(String(field))), sealedField],
  } as RxJsonSchema<RxDocumentData<Doc>>;
}

function sealedInstance<Doc, Internals, Options>(
  schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>,
  instance: RxStorageInstance<Doc, Internals, Options>,
  seal: Seal<Doc>,
): RxStorageInstance<Doc, Internals, Options> {
  /** What a document that is just being written was before it was sealed; change events name the sealed one. */
  const known = new WeakMap<object, RxDocumentData<Doc>>();
  const opened = (document: RxDocumentData<Doc>): RxDocumentData<Doc> =>
    known.get(document) ?? seal.open(document);
  return {
    databaseName: instance.databaseName,
    collectionName: instance.collectionName,
    internals: instance.internals,
    options: instance.options,
    schema,
    async bulkWrite(rows, context) {
      const plain = new Map<BulkWriteRow<Doc>, BulkWriteRow<Doc>>();
      for (const row of rows) plain.set(sealedRow(row, seal, known), row);
      const { error } = await instance.bulkWrite([...plain.keys()], context);
      return { error: error.map((refused) => openedError(refused, plain, opened)) };
    },
    async findDocumentsById(ids, withDeleted) {
      return (await instance.findDocumentsById(ids, withDeleted)).map(opened);
    },
    async query(prepared) {
      const found = await instance.query(prepared);
      return { documents: found.documents.map(opened) };
    },
    changeStream: () =>
      instance
        .changeStream()
        .pipe(map((bulk) => ({ ...bulk, events: bulk.events.map((event) => openedEvent(event, opened)) }))),
    count: (prepared) => instance.count(prepared),
    getAttachmentData: (documentId, attachmentId, digest) =>
      instance.getAttachmentData(documentId, attachmentId, digest),
    cleanup: (minimumDeletedTime) => instance.cleanup(minimumDeletedTime),
    remove: () => instance.remove(),
    close: () => instance.close(),
  };
}

type Opened<Doc> = (document: RxDocumentData<Doc>) => RxDocumentData<Doc>;

function sealedRow<Doc>(
  row: BulkWriteRow<Doc>,
  seal: Seal<Doc>,
  known: WeakMap<object, RxDocumentData<Doc>>,
): BulkWriteRow<Doc> {
  const document = seal.close(row.document);
  known.set(document, row.document);
  if (row.previous === undefined) return { document };
  // The former state is compared by its revision and told in change events; it is not stored again.
  known.set(row.previous, row.previous);
  return { document, previous: row.previous };
}

function openedEvent<Doc>(event: RxStorageChangeEvent<Doc>, opened: Opened<Doc>): RxStorageChangeEvent<Doc> {
  const { documentData, previousDocumentData: previous } = event;
  return {
    ...event,
    documentData: opened(documentData),
    previousDocumentData: previous && opened(previous),
  };
}

function openedError<Doc>(
  error: RxStorageWriteError<Doc>,
  plain: ReadonlyMap<BulkWriteRow<Doc>, BulkWriteRow<Doc>>,
  opened: Opened<Doc>,
): RxStorageWriteError<Doc> {
  const writeRow = plain.get(error.writeRow) ?? error.writeRow;
  if (!('documentInDb' in error) || !error.documentInDb) return { ...error, writeRow };
  return { ...error, writeRow, documentInDb: opened(error.documentInDb) };
}
