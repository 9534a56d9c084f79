/** Limits of the wire; whatever exceeds them is refused with a code. Sizes in bytes, times in milliseconds. */
export const limits = {
  /** A message on the live channel, in either direction of UTF-8 text. A page to a client may be larger. */
  messageBytes: 64 * 1024,
  /** A plan in a `meeting/create` command is the one large command. */
  planBytes: 1024 * 1024,
  /** All sealed parts of one person in one meeting, in characters. */
  layerChars: 32 * 1024 * 1024,
  /** Commands that a terminal asks about in one `recollect`. */
  recollectedIds: 100,
  /** Records in one page or poke, before it is filled up to the end of its last sequence. */
  pageRecords: 500,
  /** A pointer that follows the one before sooner is dropped; a pointer that is not renewed for long has gone. */
  pointMs: 30,
  pointerGoneMs: 3_000,
  /** A connection must say hello within this time. */
  helloMs: 5_000,
  /** Clients ping this often; either side gives a silent peer up after {@link limits.silenceMs}. */
  pingMs: 2_000,
  silenceMs: 6_000,
  /** A command without an answer is sent again after this time on the same connection. */
  answerMs: 5_000,
  /** Reconnect back-off: first and longest wait. */
  reconnectFirstMs: 250,
  reconnectLongestMs: 3_000,
} as const;
