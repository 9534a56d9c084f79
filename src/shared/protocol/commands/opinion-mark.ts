import { z } from 'zod';
import { opinionId } from '../../records/ids.ts';
import { opinionState } from '../../records/opinion.ts';

/** The chair decides whether a written opinion goes into the minutes. */
export const opinionMark = z.strictObject({ opinionId, state: opinionState });
