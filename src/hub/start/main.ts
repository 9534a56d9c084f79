import { processConsole } from '../commands/command-console.ts';
import { commandTable } from '../commands/command-table.ts';
import { dispatch } from '../commands/dispatch.ts';

// A hub that runs goes on after this: the exit code waits for its end.
process.exitCode = await dispatch(process.argv.slice(2), commandTable, processConsole());
