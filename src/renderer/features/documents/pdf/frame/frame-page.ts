import { frameScriptDigest } from '../../../../../shared/protocol/window-policy.ts';

/**
 * The page inside the frame. It is written into the frame by the window (`srcdoc`), because a frame of no origin is
 * out of reach of the service worker and could not be loaded without the hub. Its one script is named by its digest in
 * the policy of the window's page, which holds for the frame as well; the frame's own policy takes away the rest:
 * whatever runs in it can load nothing and reach nobody.
 */

/** Starts the worker that draws, and lets it and the window talk past the page. Changing it changes its digest. */
export const frameScript =
  "onmessage=({data,source,ports})=>{if(source!==parent)return;onmessage=null;const worker=new Worker(URL.createObjectURL(data.drawer),{type:data.type,name:'pdf'});worker.onerror=({message})=>parent.postMessage({type:'pdf-frame-failed',message},'*');worker.postMessage({parser:data.parser,type:data.type},[ports[0]])}";

/** What the frame allows itself, on top of what its window allows. */
const framePolicy = [
  "default-src 'none'",
  `script-src '${frameScriptDigest}' 'wasm-unsafe-eval'`,
  'worker-src blob:',
  "connect-src 'none'",
  "img-src 'none'",
  "font-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** The page as text. A server for development serves the worker's modules one by one: then the policy is left out. */
export function framePage(hasPolicy: boolean): string {
  const policy = hasPolicy ? `<meta http-equiv="content-security-policy" content="${framePolicy}">` : '';
  return `<!doctype html><meta charset="utf-8">${policy}<title>pdf</title><script>${frameScript}</script>`;
}
