/** Everything that IndexedDB holds, as one text, however deep; for the question whether a word lies there in clear. */
export async function textOnDisk(): Promise<string> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const texts = await Promise.all(names.map(async (name) => `${name}\n${await textOf(name)}`));
  return texts.join('\n');
}

async function textOf(name: string): Promise<string> {
  const database = await answered(indexedDB.open(name));
  try {
    const stores = [...database.objectStoreNames];
    const rows = stores.map((store) => answered(database.transaction(store).objectStore(store).getAll()));
    return JSON.stringify(await Promise.all(rows));
  } finally {
    database.close();
  }
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB has failed'));
  });
}

/** Deletes everything that IndexedDB holds. */
export async function wipeDisk(): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  await Promise.all(names.map((name) => answered(indexedDB.deleteDatabase(name))));
}

/** As if the power had gone between the documents and the checkpoint that stands for them. */
export async function loseCheckpoints(): Promise<void> {
  await Promise.all(
    (await indexedDB.databases()).flatMap(({ name }) =>
      name?.includes('--rx-replication-meta-') ? [answered(indexedDB.deleteDatabase(name))] : [],
    ),
  );
}
