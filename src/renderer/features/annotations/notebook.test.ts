import { describe, expect, it } from 'vitest';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import type { LayerOperation } from '../../../shared/domain/annotations/layer-operation.ts';
import type { WriterId } from '../../../shared/domain/annotations/stamp.ts';
import type { LayerChange } from '../../../shared/domain/annotations/write-layer.ts';
import { createNotebook } from './notebook.ts';

const anchor = { versionId: 'nd2-v1' as DocumentVersionId, page: 4 };
const note = (text: string): LayerChange => ({
  kind: 'add',
  anchor,
  shape: { kind: 'note', x: 1, y: 2 },
  content: { text, color: 'yellow' },
});

function desk() {
  const disk: LayerOperation[] = [];
  const facts = { isDiskFull: false };
  const notebook = createNotebook({
    writer: 'writer-1' as WriterId,
    append: async (operations) => {
      if (facts.isDiskFull) throw new Error('full');
      disk.push(...operations);
    },
  });
  const texts = () => notebook.get().layer.annotations.map(({ text }) => text);
  const one = () => {
    const [id] = notebook.change([note('một')]);
    if (id === undefined) throw new Error('nothing was added');
    return id;
  };
  return { disk, facts, notebook, texts, one };
}

describe('notebook', () => {
  it('shows what is written at once, and once when it comes back from the disk', async () => {
    const { disk, notebook, texts } = desk();
    notebook.change([note('một')]);
    notebook.change([note('hai')]);
    expect(texts()).toEqual(['một', 'hai']);
    await expect.poll(() => disk.length).toBe(2);
    notebook.take([...disk]);
    expect(texts()).toEqual(['một', 'hai']);
  });

  it('never names two operations alike, however quickly they follow', async () => {
    const { disk, notebook } = desk();
    for (let at = 0; at < 50; at += 1) notebook.change([note(`${at}`)]);
    await expect.poll(() => disk.length).toBe(50);
    expect(new Set(disk.map(({ stamp }) => stamp)).size).toBe(50);
  });

  it('takes back and does again a stroke, a removal and typing', () => {
    const { notebook, texts, one } = desk();
    const id = one();
    notebook.change([{ kind: 'edit', id, content: { text: 'một hai', color: 'yellow' } }]);
    notebook.change([{ kind: 'edit', id, content: { text: 'một hai ba', color: 'yellow' } }]);
    notebook.change([{ kind: 'remove', id }]);
    expect(texts()).toEqual([]);
    notebook.undo();
    expect(texts()).toEqual(['một hai ba']);
    notebook.undo();
    expect(texts()).toEqual(['một']);
    notebook.undo();
    expect(texts()).toEqual([]);
    expect(notebook.get().canUndo).toBe(false);
    notebook.redo();
    notebook.redo();
    expect(texts()).toEqual(['một hai ba']);
    notebook.redo();
    expect(texts()).toEqual([]);
    expect(notebook.get().canRedo).toBe(false);
  });

  it('takes back and does again a move and a colour, each by itself, and never the words with them', () => {
    const { notebook, one } = desk();
    const id = one();
    const seen = () => {
      const [note] = notebook.get().layer.annotations;
      return note?.kind === 'note' ? [note.text, note.color, note.x, note.y] : null;
    };
    notebook.change([{ kind: 'edit', id, content: { text: 'hai', color: 'yellow' } }]);
    notebook.change([{ kind: 'look', id, place: { x: 50, y: 60 } }]);
    notebook.change([{ kind: 'look', id, place: { x: 70, y: 60 } }]);
    notebook.change([{ kind: 'look', id, color: 'green' }]);
    expect(seen()).toEqual(['hai', 'green', 70, 60]);
    notebook.undo();
    expect(seen()).toEqual(['hai', 'yellow', 70, 60]);
    // Moving on is one step, as typing on is.
    notebook.undo();
    expect(seen()).toEqual(['hai', 'yellow', 1, 2]);
    notebook.undo();
    expect(seen()).toEqual(['một', 'yellow', 1, 2]);
    for (let at = 0; at < 3; at += 1) notebook.redo();
    expect(seen()).toEqual(['hai', 'green', 70, 60]);
    notebook.change([{ kind: 'remove', id }]);
    notebook.undo();
    expect(seen()).toEqual(['hai', 'green', 70, 60]);
  });

  it('brings a whole sweep of the eraser back in one step', () => {
    const { notebook, texts } = desk();
    const ids = notebook.change([note('a'), note('b'), note('c')]);
    notebook.change(ids.map((id) => ({ kind: 'remove', id })));
    expect(texts()).toEqual([]);
    notebook.undo();
    expect(texts()).toEqual(['a', 'b', 'c']);
  });

  it('takes back its own step without harming what another terminal wrote meanwhile', () => {
    const { notebook, texts, one, disk } = desk();
    one();
    const theirs: LayerOperation = {
      ...{ layer: 'personal', kind: 'add', anchor, shape: { kind: 'bookmark' } },
      ...{ stamp: '9.writer-2' as LayerOperation['stamp'], content: { text: 'từ máy kia', color: 'red' } },
    };
    notebook.take([...disk, theirs]);
    notebook.undo();
    expect(texts()).toEqual(['từ máy kia']);
    notebook.redo();
    expect(texts()).toEqual(['một', 'từ máy kia']);
  });

  it('says when the disk refuses, keeps showing what was written, and offers it again', async () => {
    const { disk, facts, notebook, texts, one } = desk();
    facts.isDiskFull = true;
    one();
    await expect.poll(() => notebook.get().isKept).toBe(false);
    expect(texts()).toEqual(['một']);
    facts.isDiskFull = false;
    notebook.change([note('hai')]);
    await expect.poll(() => notebook.get().isKept).toBe(true);
    expect(disk).toHaveLength(2);
  });
});
