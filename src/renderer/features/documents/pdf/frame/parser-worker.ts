/** The worker inside the frame that reads documents: pdf.js's own, as a script that a frame of no origin can start. */
import './image-decoder.ts';
import 'pdfjs-dist/build/pdf.worker.min.mjs';
