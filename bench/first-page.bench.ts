import type { Bench } from './measure/bench.ts';

export const firstPage: Bench = { name: 'first-page', run: async () => [] };
