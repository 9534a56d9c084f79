/** Between main and the process of a hosted hub, beside the hub's own output. */
export type ToHub = { readonly op: 'ping'; readonly round: number } | { readonly op: 'stop' };
export type FromHub = { readonly op: 'pong'; readonly round: number };
