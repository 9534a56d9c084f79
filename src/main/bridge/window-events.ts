import type { Bridge } from '../../shared/bridge/bridge.ts';
import { ipcStateNames, type IpcEventName, type IpcStateName } from '../../shared/bridge/ipc-channels.ts';
import type { IpcEvent, IpcState } from '../../shared/bridge/ipc.ts';
import type { Stop, Watchable } from '../../shared/std/signal.ts';

/** Sends one event to a window; nothing happens when its page has gone. */
export type SendEvent = <Name extends IpcEventName>(name: Name, event: IpcEvent<Name>) => void;

type States = { readonly [Name in IpcStateName]: Watchable<Readonly<IpcState<Name>>> };

function statesOf({ device, hub, outbox, vault, layers, guard }: Bridge): States {
  return {
    'device/identity': device.identity,
    'hub/status': hub.status,
    'hub/room': hub.room,
    'hub/roster': hub.roster,
    'hub/pointer': hub.pointer,
    'outbox/entries': outbox.entries,
    'outbox/hindrance': outbox.hindrance,
    'vault/progress': vault.progress,
    'guard/state': guard.state,
    'layers/state': layers.state,
  };
}

/** Sends every state as it is now, and from then on every state that changes and every live change of the room. */
export function tellWindow(bridge: Bridge, send: SendEvent): Stop {
  const states = statesOf(bridge);
  const stops = ipcStateNames.map((name) => tellState(name, states, send));
  stops.push(bridge.hub.onChange((change) => send('hub/change', change)));
  return () => {
    for (const stop of stops) stop();
  };
}

function tellState<Name extends IpcStateName>(name: Name, states: States, send: SendEvent): Stop {
  const state: Watchable<Readonly<IpcState<Name>>> = states[name];
  send(name, state.get() as IpcEvent<Name>);
  return state.subscribe((value) => send(name, value as IpcEvent<Name>));
}
