/**
 * The digest of the one script that is written into a page rather than loaded: it starts the frame that holds pdf.js,
 * which is a page without an address and takes over the policy of the window around it.
 */
export const frameScriptDigest = 'sha256-xouxkLQxat2QKzv4NIf4CnEOflR3n9MZdHckFY9U3NI=';

/** What a window may do: run its own scripts and styles, talk to the host it came from, and nothing else. */
export const windowPolicy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' '${frameScriptDigest}'`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  // The copy to be printed, made here: the browser's own print window opens on a frame that holds it.
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
