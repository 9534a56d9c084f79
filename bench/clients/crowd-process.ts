import { must } from '../../src/shared/std/must.ts';
import type { Done, Order } from './start-crowd.ts';
import { createTasks } from './tasks.ts';

/** The process of the clients: does what it is told, one task after another, and says what came of it. */
const tasks = createTasks();
const tell = process.send?.bind(process);
must(tell !== undefined, 'the crowd is started by a benchmark');

process.on('message', (message) => {
  const { task, given } = message as Order;
  // What is given fits the task, because the one who orders is typed by the same table.
  const run = tasks[task] as (...values: unknown[]) => Promise<unknown>;
  run(...given).then(
    (value) => tell({ value, error: null } satisfies Done),
    (error: unknown) => tell({ value: null, error: String(error) } satisfies Done),
  );
});
process.on('disconnect', () => process.exit(0));
