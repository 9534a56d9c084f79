/** The tables of a terminal's database. */
export type Table = 'keys' | 'values' | 'outbox';

/**
 * What a browser keeps of one terminal besides records and documents: keys, sealed values, sealed commands.
 * Every change is on disk when its promise resolves, and survives a power cut; when the disk refuses it rejects with
 * nothing changed.
 */
export interface TerminalStore {
  get(table: Table, name: string): Promise<unknown>;
  all(table: Table): Promise<readonly { readonly name: string; readonly value: unknown }[]>;
  put(table: Table, name: string, value: unknown): Promise<void>;
  remove(table: Table, names: readonly string[]): Promise<void>;
}

const tables: readonly Table[] = ['keys', 'values', 'outbox'];

/** Opens the IndexedDB database of a terminal. It is opened again when the browser has closed it by force. */
export async function openTerminalStore(terminal: string): Promise<TerminalStore> {
  let opened: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(`nghisu-${terminal}`, () => (opened = null));
    return opened;
  };
  const change = async (table: Table, run: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await database()).transaction(table, 'readwrite', { durability: 'strict' });
    const done = finished(transaction);
    run(transaction.objectStore(table));
    transaction.commit();
    await done;
  };
  const read = async (table: Table): Promise<IDBObjectStore> =>
    (await database()).transaction(table).objectStore(table);
  await database();
  return {
    get: async (table, name) => await answered((await read(table)).get(name)),
    async all(table) {
      const store = await read(table);
      const [names, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
      return names.flatMap((name, index) =>
        typeof name === 'string' ? [{ name, value: values[index] as unknown }] : [],
      );
    },
    put: (table, name, value) => change(table, (store) => store.put(value, name)),
    remove: (table, names) =>
      change(table, (store) => {
        for (const name of names) store.delete(name);
      }),
  };
}

async function openDatabase(name: string, onClosed: () => void): Promise<IDBDatabase> {
  try {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      for (const table of tables) opening.result.createObjectStore(table);
    };
    const database = await answered(opening);
    database.addEventListener('close', onClosed);
    return database;
  } catch (reason) {
    onClosed();
    throw reason;
  }
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB has failed'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    const fail = (): void => reject(transaction.error ?? new Error('IndexedDB has refused a change'));
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
}
