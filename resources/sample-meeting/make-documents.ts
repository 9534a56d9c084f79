/**
 * Writes the papers of the sample meeting into `documents/`. The same sources give the same bytes.
 *
 *     node resources/sample-meeting/make-documents.ts [name…]
 *
 * With names, only the papers whose file name begins so.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { draftResolution } from './papers/draft-resolution.ts';
import { economicReport } from './papers/economic-report.ts';
import { figuresAnnex } from './papers/figures-annex.ts';
import { resolutionSubmission } from './papers/resolution-submission.ts';
import { opinionsReport } from './papers/opinions-report.ts';
import { investmentSubmission } from './papers/investment-submission.ts';
import { projectList } from './papers/project-list.ts';
import { loadFonts } from './typeset/faces.ts';
import { writePaper } from './typeset/write-paper.ts';

const folder = new URL('./documents/', import.meta.url);
const wanted = process.argv.slice(2);
const fonts = loadFonts();
await mkdir(folder, { recursive: true });
for (const paper of [economicReport(), figuresAnnex(), draftResolution(), resolutionSubmission(), opinionsReport(), investmentSubmission(), projectList()]) {
  if (wanted.length > 0 && !wanted.some((name) => paper.file.startsWith(name))) continue;
  const bytes = await writePaper(paper, fonts);
  await writeFile(new URL(`${paper.file}.pdf`, folder), bytes);
  console.log(`${paper.file}.pdf  ${bytes.length} bytes`);
}
