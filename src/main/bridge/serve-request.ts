import type { IpcMain, WebFrameMain } from 'electron';
import type { z } from 'zod';

/** Why main does not answer at all; the page learns the code as the text of the rejection. */
export type IpcRefusalCode = 'ipc/foreign-sender' | 'ipc/not-offered' | 'ipc/malformed';

/** Rejects a request that no window of ours makes. */
export class IpcRefused extends Error {
  override readonly name = 'IpcRefused';
  readonly code: IpcRefusalCode;

  constructor(code: IpcRefusalCode, request: string) {
    super(`${code}: ${request}`);
    this.code = code;
  }
}

/** Whose requests are heard. */
export interface RequestGate<Asker> {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  /** `scheme://host` of the program's own pages. */
  readonly origin: string;
  /** The window whose page has this id; null when it is not one of ours. */
  windowOf(webContentsId: number): Asker | null;
  onRefused(refused: IpcRefused): void;
  /** Told of everything else that a request rejects with. */
  onTrouble(reason: unknown): void;
}

/** One request that windows may make. */
export interface ServedRequest<Asker, Schema extends z.ZodType> {
  readonly name: string;
  readonly input: Schema;
  /** Whether this window may ask it. */
  isOfferedTo(asker: Asker): boolean;
  answer(asker: Asker, input: z.output<Schema>): unknown;
}

/**
 * The one way in: only the top frame of a window of ours that shows our own page is heard, only what it is offered is
 * done, and only what the schema parses is passed on.
 */
export function serveRequest<Asker, Schema extends z.ZodType>(
  gate: RequestGate<Asker>,
  request: ServedRequest<Asker, Schema>,
): void {
  const { name } = request;
  gate.ipcMain.handle(name, async (event, input: unknown): Promise<unknown> => {
    try {
      const asker = gate.windowOf(event.sender.id);
      if (asker === null || !isOurPage(event.senderFrame, gate.origin)) {
        throw new IpcRefused('ipc/foreign-sender', name);
      }
      if (!request.isOfferedTo(asker)) throw new IpcRefused('ipc/not-offered', name);
      const parsed = request.input.safeParse(input);
      if (!parsed.success) throw new IpcRefused('ipc/malformed', name);
      return await request.answer(asker, parsed.data);
    } catch (reason) {
      if (reason instanceof IpcRefused) gate.onRefused(reason);
      else gate.onTrouble(reason);
      throw reason;
    }
  });
}

/** A frame that has gone, a frame inside the page and a page from elsewhere are not ours. */
function isOurPage(frame: WebFrameMain | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin;
}
