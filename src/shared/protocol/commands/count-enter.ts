import { voteId } from '../../records/ids.ts';
import { countFigures } from '../../records/count.ts';

/** Enters what was counted in the room; another person confirms it. */
export const countEnter = countFigures.extend({ voteId });
