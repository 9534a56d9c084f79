/** A sentence for people, in both languages of the product. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** A part of the closed table, by code. */
export type Refusals = Readonly<Record<string, { readonly kind: 'refusal' | 'weather' } & Sentence>>;
