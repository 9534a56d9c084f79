import type { Bench } from './measure/bench.ts';

export const replica: Bench = { name: 'replica', run: async () => [] };
