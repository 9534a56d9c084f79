import { createFirstPageMeasures } from './measure-first-page.ts';
import { inkMeasures } from './measure-ink.ts';
import { measurePlainStore } from './measure-plain-store.ts';
import { measureReplica } from './measure-replica.ts';
import { turnMeasures } from './measure-turns.ts';
import { measureVault } from './measure-vault.ts';
import type { Measures } from './measures.ts';

const firstPage = await createFirstPageMeasures();
const measures: Measures = {
  replica: measureReplica,
  vaultSpeed: measureVault,
  plainStore: measurePlainStore,
  ...firstPage,
  ...inkMeasures,
  ...turnMeasures,
};
Object.assign(globalThis, { measures });
