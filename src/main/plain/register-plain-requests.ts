import type { RequestGate } from '../bridge/serve-request.ts';
import { serveRequest } from '../bridge/serve-request.ts';
import { plainInputs } from '../../shared/bridge/plain-ipc.ts';
import type { PlainPage } from './plain-page.ts';

/** Registers what plain windows may ask. */
export function registerPlainRequests(gate: RequestGate<PlainPage>): void {
  const isOfferedTo = (): boolean => true;
  serveRequest(gate, {
    ...{ name: 'plain/facts', input: plainInputs['plain/facts'], isOfferedTo },
    answer: (page) => page.facts(),
  });
  serveRequest(gate, {
    ...{ name: 'plain/act', input: plainInputs['plain/act'], isOfferedTo },
    answer: (page, { action }) => (page.facts().actions.includes(action) ? page.act(action) : null),
  });
  serveRequest(gate, {
    ...{ name: 'plain/leave', input: plainInputs['plain/leave'], isOfferedTo },
    answer: (page, { password }) => page.leave(password),
  });
}
