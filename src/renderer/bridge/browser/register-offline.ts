/**
 * Lets the browser start this page while the hub is away. The first visit needs the hub; from the second on the page
 * comes up by itself. Does nothing in a page without service workers, or one that was not built.
 */
export async function registerOffline(): Promise<void> {
  // Absent outside of a secure context, whatever its type says.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined || !import.meta.env.PROD) return;
  await container.register('/offline.js', { updateViaCache: 'none' });
}
