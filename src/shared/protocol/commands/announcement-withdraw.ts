import { z } from 'zod';
import { announcementId } from '../../records/ids.ts';

/** Takes an announcement off the seats again. */
export const announcementWithdraw = z.strictObject({ announcementId });
