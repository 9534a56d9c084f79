import { z } from 'zod';
import { participantId, seatLabel } from '../../records/ids.ts';

/** A participant sits at another terminal from now on (chuyển chỗ), a free seat of the plan or a spare one. */
export const seatMove = z.strictObject({ participantId, seat: seatLabel });
