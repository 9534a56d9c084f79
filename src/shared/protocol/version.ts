/** The number of the wire. It changes with every change of a message; see SPEC.md for its history. */
export const protocolVersion = 1;

/** The oldest protocol that this build still speaks. */
export const oldestProtocolVersion = 1;
