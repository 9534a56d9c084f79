import { createFirstPageMeasures } from './measure-first-page.ts';
import { measurePlainStore } from './measure-plain-store.ts';
import { measureReplica } from './measure-replica.ts';
import type { Measures } from './measures.ts';

const firstPage = await createFirstPageMeasures();
const measures: Measures = { replica: measureReplica, plainStore: measurePlainStore, ...firstPage };
Object.assign(globalThis, { measures });
