/** What a state means to the reader; colours, dots and glyphs follow from it, never the other way round. */
export type Tone = 'good' | 'waiting' | 'info' | 'accent' | 'neutral';
