import type { WireRecord } from '../../src/shared/records/wire-record.ts';
import { records, type Pulled } from './measures.ts';
import { pullRecords } from './pull-records.ts';

const limit = 500;

/** Measures the floor: the same pages into IndexedDB with two indexes, in clear, with nothing watching. */
export async function measurePlainStore(name: string): Promise<Pulled> {
  const begun = performance.now();
  const database = await open(name);
  await pullInto(database, 0, records.first);
  const initial = performance.now() - begun;
  const back = performance.now();
  await pullInto(database, records.first, records.first + records.missed);
  const catchUp = performance.now() - back;
  database.close();
  return { initial, catchUp };
}

async function pullInto(database: IDBDatabase, from: number, head: number): Promise<void> {
  let seq = from;
  for (let isWhole = false; !isWhole;) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await pullRecords({ epoch: 1, seq }, limit, head);
    // oxlint-disable-next-line no-await-in-loop
    await put(database, page.records);
    seq = page.upTo;
    isWhole = page.complete;
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('records', { keyPath: 'key' });
      store.createIndex('kind', 'kind');
      store.createIndex('seq', 'seq');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB has failed'));
  });
}

function put(database: IDBDatabase, page: readonly WireRecord[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const writing = database.transaction('records', 'readwrite');
    const store = writing.objectStore('records');
    for (const record of page) store.put(record);
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(writing.error ?? new Error('IndexedDB has failed'));
  });
}
