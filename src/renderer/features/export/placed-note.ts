import type { Annotation } from '../../../shared/domain/annotations/annotation.ts';

/** An annotation where it stands in the version that is exported. */
export interface PlacedNote {
  readonly annotation: Annotation;
  /** From 1. */
  readonly page: number;
  /** `review` (cần xem lại): the page has changed since it was written, or is gone. */
  readonly standing: 'kept' | 'review';
}

/** The few words that an export itself adds, in the language of the person. */
export interface NoteWords {
  /** Of the person whose notes they are. */
  readonly author: string;
  readonly bookmark: string;
  /** Put before what was carried to a page that has changed. */
  readonly review: string;
}
