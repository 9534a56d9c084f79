import { z } from 'zod';
import { recordLineId } from '../../records/ids.ts';
import { lineText } from './record-write.ts';

/** Puts other words into a line of the secretary's; the line keeps its place and its time. */
export const recordEdit = z.strictObject({ lineId: recordLineId, text: lineText });
