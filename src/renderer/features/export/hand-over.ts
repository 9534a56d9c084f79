/** How long the system may take to fetch what it was handed, in milliseconds. */
const fetchingMs = 60_000;

/** Gives a file to the person: the browser asks where to, or puts it where downloads go. */
export function saveFile(name: string, parts: readonly BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), fetchingMs);
}

/** Opens the system's print window on a PDF, from a frame out of sight that stays until the next one. */
export function printPdf(pdf: Uint8Array<ArrayBuffer>): void {
  const name = 'print-frame';
  document.getElementById(name)?.remove();
  const frame = document.createElement('iframe');
  const address = URL.createObjectURL(new Blob([pdf], { type: 'application/pdf' }));
  frame.id = name;
  // Not `hidden`: what is not laid out is not printed by every browser.
  Object.assign(frame.style, {
    position: 'fixed',
    inlineSize: '1px',
    blockSize: '1px',
    opacity: '0',
    border: '0',
  });
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.addEventListener('load', () => frame.contentWindow?.print());
  frame.src = address;
  document.body.append(frame);
}
