/**
 * Makes this page the only one of its terminal in the browser. Resolves once it is, and stays so until the page is
 * closed; `onWaiting` is told when another page has to be closed first. Without the browser's locks (a page that was
 * loaded without encryption from another machine) it resolves at once.
 */
export async function becomeOnlyPage(terminal: string, onWaiting: () => void): Promise<void> {
  // Absent outside of a secure context, whatever its type says.
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) return;
  const name = `nghisu-${terminal}`;
  const untilClosed = new Promise<never>(() => undefined);
  const hold = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve, reject) => {
      locks
        .request(name, options, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : untilClosed;
        })
        .catch(reject);
    });
  if (await hold({ ifAvailable: true })) return;
  onWaiting();
  await hold({});
}
