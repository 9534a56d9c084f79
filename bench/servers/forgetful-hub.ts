import { runHub } from '../../src/hub/start/run-hub.ts';
import { forgetfulLog } from '../room/forgetful-log.ts';

await runHub(process.argv.slice(2), forgetfulLog);
