/** Reads a file of the interface itself, from where the page came from; null when there is none. */
export async function readInterfaceFile(path: string): Promise<Blob | null> {
  // Not the room but the program: both hosts serve it, and the browser keeps it for when the hub is away.
  // oxlint-disable-next-line no-restricted-globals
  const response = await fetch(path);
  return response.ok ? await response.blob() : null;
}
