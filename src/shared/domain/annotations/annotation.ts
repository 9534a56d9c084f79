import { z } from 'zod';
import { documentVersionId } from '../../records/ids.ts';
import { farthest, maxStrokeCode, readStroke } from './ink-points.ts';
import { stamp } from './stamp.ts';

/** The colours of pens and markers; what each looks like is in `annotation-colors.ts`. */
export const annotationColor = z.enum(['black', 'blue', 'red', 'green', 'yellow', 'pink', 'orange']);
export type AnnotationColor = z.infer<typeof annotationColor>;

/** The page that an annotation was written on: of one fixed text, so that a replacement cannot move it. */
export const annotationAnchor = z.strictObject({
  versionId: documentVersionId,
  /** From 1. */
  page: z.number().int().positive().max(100_000),
});
export type AnnotationAnchor = z.infer<typeof annotationAnchor>;

const coordinate = z.number().min(-farthest).max(farthest);

/**
 * A rectangle in page units: PDF points from the top left of the page as it is shown without a turn by the person,
 * x to the right, y down.
 */
export const pageRect = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: z.number().min(0).max(farthest),
  height: z.number().min(0).max(farthest),
});
export type PageRect = z.infer<typeof pageRect>;

/** Longest text that a person may add to an annotation, in characters. */
export const maxTypedText = 2_000;
/** Longest text of an annotation: texts of several terminals may have come together in it. */
export const maxText = 8_000;
/** Longest quotation kept with a highlight. */
export const maxExcerpt = 500;

/** What was put on the page, and never changes afterwards. */
export const annotationShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ink'),
    /** A pen covers, a marker shines through. */
    tool: z.enum(['pen', 'marker']),
    /** Of the line at middle pressure, in page units. */
    width: z.number().min(0.25).max(60),
    /** Points as `ink-points.ts` codes them. */
    points: z
      .string()
      .min(1)
      .max(maxStrokeCode)
      .refine((code) => readStroke(code) !== null),
  }),
  z.strictObject({
    kind: z.literal('highlight'),
    /** The lines of the marked text. */
    rects: z.array(pageRect).min(1).max(300),
    /** The words marked, in NFC. */
    excerpt: z.string().max(maxExcerpt),
  }),
  z.strictObject({ kind: z.literal('note'), x: coordinate, y: coordinate }),
  z.strictObject({ kind: z.literal('bookmark') }),
]);
export type AnnotationShape = z.infer<typeof annotationShape>;
export type AnnotationKind = AnnotationShape['kind'];

/** What may be changed afterwards. */
export const annotationContent = z.strictObject({
  /** The person's words, in NFC; empty where there are none. */
  text: z.string().max(maxText),
  color: annotationColor,
});
export type AnnotationContent = z.infer<typeof annotationContent>;

/** A place on the page of an annotation, in page units. */
export const annotationPlace = z.strictObject({ x: coordinate, y: coordinate });
export type AnnotationPlace = z.infer<typeof annotationPlace>;

/** An annotation is named by the operation that added it. */
export const annotationId = stamp;
export type AnnotationId = z.infer<typeof annotationId>;

/** Something a person put on a page; a text note stands where it was put last. */
export type Annotation = AnnotationContent & {
  readonly id: AnnotationId;
  readonly anchor: AnnotationAnchor;
} & AnnotationShape;
