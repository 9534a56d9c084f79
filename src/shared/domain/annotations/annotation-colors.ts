import type { AnnotationColor } from './annotation.ts';

/** Red, green and blue from 0 to 255. Paper is white in every theme, so that a colour is the same in all. */
export const annotationColors: Readonly<Record<AnnotationColor, readonly [number, number, number]>> = {
  black: [27, 31, 36],
  blue: [23, 78, 166],
  red: [178, 28, 28],
  green: [20, 112, 68],
  yellow: [255, 214, 51],
  pink: [255, 128, 171],
  orange: [255, 167, 38],
};

/** How much of the page a marker covers; multiplied with the page, never laid over its words. */
export const markerOpacity = 0.6;
