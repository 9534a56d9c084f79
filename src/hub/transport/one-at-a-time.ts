/** Runs tasks one after another, in the order in which they were asked for. */
export type OneAtATime = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** A queue of its own; a task that fails does not hold up the next. */
export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task, task);
    last = run.catch(() => undefined);
    return run;
  };
}
