import { runHub } from './run-hub.ts';

await runHub(process.argv.slice(2));
