import type { Block } from '../typeset/blocks.ts';
import { fitToPages, upright, type PageSize } from '../typeset/lay-out.ts';
import { scatterRanks } from '../typeset/prose.ts';
import type { Paper } from '../typeset/write-paper.ts';

export interface PaperFacts {
  /** Name of the PDF. */
  readonly file: string;
  readonly title: string;
  readonly author: string;
  /** Day of issue, "2026-09-25". */
  readonly day: string;
  readonly pageCount: number;
  readonly size?: PageSize;
  /** Baseline to baseline in the text, where it differs from the usual: offices differ in it too. */
  readonly leading?: number;
}

/** A paper with the name of its file. */
export interface NamedPaper extends Paper {
  readonly file: string;
}

/** Makes a paper of blocks, fitted to its number of pages. */
export function paperOf(facts: PaperFacts, plan: readonly Block[]): NamedPaper {
  const blocks = plan.map((block) => spaced(block, facts.leading));
  const size = facts.size ?? upright;
  return {
    file: facts.file,
    title: facts.title,
    author: facts.author,
    date: new Date(`${facts.day}T02:00:00Z`),
    size,
    pages: (faces) => fitToPages(scatterRanks(blocks), size, faces, facts.pageCount),
  };
}

function spaced(block: Block, leading?: number): Block {
  if (leading === undefined || block.kind !== 'text' || block.style.align !== 'justify') return block;
  return { ...block, style: { ...block.style, leading } };
}

/** The text of a paper, below `prose/`. */
export function proseOf(file: string): URL {
  return new URL(`../prose/${file}.txt`, import.meta.url);
}
