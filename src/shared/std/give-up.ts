/** Says when a person has given up what is under way. An `AbortSignal` is one; shared code knows no platform. */
export interface GiveUp {
  readonly aborted: boolean;
  addEventListener(type: 'abort', run: () => void, options?: { readonly once?: boolean }): void;
}
