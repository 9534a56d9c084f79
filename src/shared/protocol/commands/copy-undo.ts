import { copyCollect } from './copy-collect.ts';

/** Takes back the last tick at a copy: it was not collected, or not handed out, after all. */
export const copyUndo = copyCollect;
