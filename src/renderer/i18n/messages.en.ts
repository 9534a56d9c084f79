import type { Messages } from './messages.vi.ts';
import { common } from './messages/en/common.ts';

export const en: Messages = { common };
