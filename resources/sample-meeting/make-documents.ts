/**
 * Writes the papers of the sample meeting into `documents/`. The same sources give the same bytes.
 *
 *     node resources/sample-meeting/make-documents.ts [name…]
 *
 * With names, only the papers whose file name begins so. The scanned paper needs pdftoppm (poppler-utils).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { appraisalReport } from './papers/appraisal-report.ts';
import { draftConclusion } from './papers/draft-conclusion.ts';
import { draftResolution } from './papers/draft-resolution.ts';
import { economicReport } from './papers/economic-report.ts';
import { figuresAnnex } from './papers/figures-annex.ts';
import { investmentSubmission } from './papers/investment-submission.ts';
import { opinionsReport } from './papers/opinions-report.ts';
import { personnelSubmission } from './papers/personnel-submission.ts';
import { projectList } from './papers/project-list.ts';
import { resolutionSubmission } from './papers/resolution-submission.ts';
import { siteMinutes } from './papers/site-minutes.ts';
import { loadFonts } from './typeset/faces.ts';
import { scanPaper } from './typeset/scan-paper.ts';
import { writePaper } from './typeset/write-paper.ts';

const papers = [
  economicReport(),
  figuresAnnex(),
  draftResolution(),
  resolutionSubmission(),
  opinionsReport(),
  investmentSubmission(),
  projectList(),
  appraisalReport(),
  siteMinutes(),
  personnelSubmission(),
  draftConclusion(),
];
const scanned = siteMinutes().file;

const folder = new URL('./documents/', import.meta.url);
const wanted = process.argv.slice(2);
const fonts = loadFonts();
await mkdir(folder, { recursive: true });
for (const paper of papers) {
  if (wanted.length > 0 && !wanted.some((name) => paper.file.startsWith(name))) continue;
  const written = await writePaper(paper, fonts);
  const bytes = paper.file === scanned ? await scanPaper(paper, written) : written;
  await writeFile(new URL(`${paper.file}.pdf`, folder), bytes);
  console.log(`${paper.file}.pdf  ${bytes.length} bytes`);
}
