import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentVersionId } from '../../records/ids.ts';
import { annotationColor, type AnnotationContent, type AnnotationId } from './annotation.ts';
import { annotationOf, layerOperation, type LayerOperation } from './layer-operation.ts';
import { mergeLayer, type Layer } from './merge-layer.ts';
import { compareStamps, type Stamp, type WriterId } from './stamp.ts';
import { writeLayer, type LayerChange } from './write-layer.ts';

type Merge = (operations: readonly LayerOperation[]) => Layer;

const anchor = { versionId: 'nd2-v1' as DocumentVersionId, page: 12 };
const say = (text: string, color: AnnotationContent['color'] = 'blue'): AnnotationContent => ({
  text,
  color,
});
const note = (text: string): LayerChange => ({
  kind: 'add',
  anchor,
  shape: { kind: 'note', x: 10, y: 20 },
  content: say(text),
});

/** A terminal with what it holds; it may hold anything of the others', in any order. */
function terminal(name: string) {
  const held: LayerOperation[] = [];
  const write = (change: LayerChange): LayerOperation | undefined => {
    const written = writeLayer(mergeLayer(held), name.padEnd(8, '_') as WriterId, [change]);
    held.push(...written);
    return written[0];
  };
  return {
    held,
    write,
    learn(operations: readonly LayerOperation[]) {
      for (const operation of operations) if (!held.includes(operation)) held.push(operation);
    },
  };
}

const steps = fc.array(
  fc.record({
    at: fc.nat({ max: 2 }),
    does: fc.constantFrom('add', 'edit', 'edit', 'remove', 'restore', 'move', 'color', 'learn', 'learn'),
    pick: fc.nat({ max: 1000 }),
    from: fc.nat({ max: 2 }),
  }),
  { maxLength: 40 },
);
type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

interface Story {
  readonly operations: readonly LayerOperation[];
  /** What the writer of each operation held just before it. */
  readonly knewOf: ReadonlyMap<Stamp, ReadonlySet<Stamp>>;
}

/** Three terminals of one person that write apart and now and then learn a part of what another holds. */
function live(script: Steps): Story {
  const terminals = ['desk', 'hall', 'home'].map(terminal);
  const knewOf = new Map<Stamp, ReadonlySet<Stamp>>();
  script.forEach(({ at, does, pick, from }, step) => {
    const here = terminals[at];
    const other = terminals[from];
    if (here === undefined || other === undefined) return;
    if (does === 'learn') {
      here.learn(other.held.filter((_, index) => (pick + index * 7) % 5 !== 0));
      return;
    }
    const before = new Set(here.held.map((operation) => operation.stamp));
    const written = here.write(changeFor(does, mergeLayer(here.held), pick, `w${step};`));
    if (written !== undefined) knewOf.set(written.stamp, before);
  });
  const all = terminals.flatMap(({ held }) => held);
  return { operations: [...new Set(all)], knewOf };
}

function changeFor(does: string, layer: Layer, pick: number, text: string): LayerChange {
  const shown = layer.annotations[pick % Math.max(1, layer.annotations.length)]?.id;
  const gone = [...layer.standing.keys()].filter((id) => !layer.annotations.some((known) => known.id === id));
  const lost = gone[pick % Math.max(1, gone.length)];
  if (does === 'edit' && shown !== undefined) return { kind: 'edit', id: shown, content: say(text) };
  if (does === 'remove' && shown !== undefined) return { kind: 'remove', id: shown };
  if (does === 'restore' && lost !== undefined) return { kind: 'restore', id: lost, content: say(text) };
  if (does === 'move' && shown !== undefined) return { kind: 'look', id: shown, place: { x: pick, y: 7 } };
  if (does === 'color' && shown !== undefined) return { kind: 'look', id: shown, color: colorAt(pick) };
  return note(text);
}

const colorAt = (pick: number): AnnotationContent['color'] =>
  annotationColor.options[pick % annotationColor.options.length] ?? 'black';

/** By what people knew, not by what operations name: whose words nobody who had read them has replaced. */
function wordsThatMustShow({ operations, knewOf }: Story): Map<AnnotationId, string[]> {
  const words = new Map<AnnotationId, string[]>();
  for (const written of operations) {
    if (written.kind === 'remove' || written.kind === 'look') continue;
    const id = annotationOf(written);
    const isReplaced = operations.some(
      (later) =>
        later.kind !== 'look' &&
        annotationOf(later) === id &&
        (knewOf.get(later.stamp)?.has(written.stamp) ?? false),
    );
    if (!isReplaced) words.set(id, [...(words.get(id) ?? []), written.content.text]);
  }
  return words;
}

const losesNothing = (merge: Merge) =>
  fc.property(steps, (script) => {
    const story = live(script);
    const shown = merge(story.operations).annotations;
    const words = wordsThatMustShow(story);
    expect(shown.map(({ id }) => id).sort(compareStamps)).toEqual([...words.keys()].sort(compareStamps));
    for (const { id, text } of shown) for (const part of words.get(id) ?? []) expect(text).toContain(part);
  });

/** The last that anybody said of where a note stands and what colour it has, and of nothing else. */
const looksAsSaidLast = (merge: Merge) =>
  fc.property(steps, (script) => {
    const { operations } = live(script);
    const plain = new Map(
      mergeLayer(operations.filter(({ kind }) => kind !== 'look')).annotations.map((one) => [one.id, one]),
    );
    const shown = merge(operations).annotations;
    expect(shown.map(({ id }) => id)).toEqual([...plain.keys()]);
    for (const one of shown) {
      const said = operations
        .filter((each) => each.kind === 'look')
        .filter(({ id }) => id === one.id)
        .sort((a, b) => compareStamps(a.stamp, b.stamp));
      const color = said.findLast((each) => each.color !== undefined)?.color;
      const place = said.findLast((each) => each.place !== undefined)?.place;
      const before = plain.get(one.id);
      expect(one).toEqual({ ...before, ...place, color: color ?? before?.color });
    }
  });

const seen = (layer: Layer) => ({
  ...layer,
  standing: [...layer.standing].sort(([one], [other]) => compareStamps(one, other)),
});

const isTheSameEverywhere = (merge: Merge) =>
  fc.property(steps, fc.infiniteStream(fc.nat({ max: 1_000_000 })), (script, chance) => {
    const { operations } = live(script);
    const draw = (): number => chance.next().value ?? 0;
    const repeated = operations.flatMap((operation) =>
      draw() % 3 === 0 ? [operation, structuredClone(operation)] : [operation],
    );
    const order = new Map(repeated.map((operation) => [operation, draw()]));
    const shuffled = repeated.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
    expect(seen(merge(shuffled))).toEqual(seen(merge(operations)));
  });

/** Merges that look right and are not. */
const wrong: Readonly<Record<string, Merge>> = {
  'a removal beats what it did not know': (operations) => {
    const removed = new Set(operations.flatMap((one) => (one.kind === 'remove' ? [one.id] : [])));
    const layer = mergeLayer(operations);
    return { ...layer, annotations: layer.annotations.filter(({ id }) => !removed.has(id)) };
  },
  'the highest counter takes all': (operations) => {
    const last = new Map<AnnotationId, LayerOperation>();
    for (const one of [...operations].sort((a, b) => compareStamps(a.stamp, b.stamp)))
      last.set(annotationOf(one), one);
    const adds = operations.filter(({ kind }) => kind === 'add');
    return mergeLayer([...adds, ...[...last.values()].filter((one) => !adds.includes(one))]);
  },
  'only one of two texts stays': (operations) => {
    const layer = mergeLayer(operations);
    const cut = layer.annotations.map((one) => ({ ...one, text: one.text.split('\n')[0] ?? '' }));
    return { ...layer, annotations: cut };
  },
  'what came last decides': (operations) => {
    const layer = mergeLayer(operations);
    const last = new Map<AnnotationId, string>();
    for (const one of operations)
      if (one.kind !== 'remove' && one.kind !== 'look') last.set(annotationOf(one), one.content.text);
    return {
      ...layer,
      annotations: layer.annotations.map((one) => ({ ...one, text: last.get(one.id) ?? '' })),
    };
  },
  'an operation that came twice counts twice': (operations) => ({
    ...mergeLayer(operations),
    count: operations.length,
  }),
  'a move forgets the colour': (operations) => {
    const layer = mergeLayer(operations);
    const moved = new Set(operations.flatMap((one) => (one.kind === 'look' && one.place ? [one.id] : [])));
    const plain = mergeLayer(operations.filter((one) => one.kind !== 'look' || one.place !== undefined));
    return {
      ...layer,
      annotations: layer.annotations.map((one, at) =>
        moved.has(one.id) ? (plain.annotations[at] ?? one) : one,
      ),
    };
  },
  'who moves a note brings it back': (operations) =>
    mergeLayer(
      operations.filter(
        (one) =>
          one.kind !== 'remove' || !operations.some((each) => each.kind === 'look' && each.id === one.id),
      ),
    ),
  'what comes before its addition is forgotten': (operations) => {
    const known = new Set<AnnotationId>();
    return mergeLayer(
      operations.filter((one) => {
        if (one.kind === 'add') known.add(one.stamp);
        return known.has(annotationOf(one));
      }),
    );
  },
};

describe('merging a layer', () => {
  it('shows all words that nobody who had read them has replaced, from three terminals that wrote apart', () => {
    expect(() => fc.assert(losesNothing(mergeLayer), { numRuns: 400 })).not.toThrow();
  });

  it('shows each note at the place and in the colour that were said last, and neither changes its words', () => {
    expect(() => fc.assert(looksAsSaidLast(mergeLayer), { numRuns: 400 })).not.toThrow();
  });

  it.each(['a move forgets the colour', 'who moves a note brings it back'])(
    'would be caught looking otherwise where %s',
    (name) => {
      expect(fc.check(looksAsSaidLast(wrong[name] ?? mergeLayer), { numRuns: 5000 }).failed).toBe(true);
    },
  );

  it('gives the same layer from any order and any repetition', () => {
    expect(() => fc.assert(isTheSameEverywhere(mergeLayer), { numRuns: 400 })).not.toThrow();
  });

  it.each([
    'a removal beats what it did not know',
    'the highest counter takes all',
    'only one of two texts stays',
  ])('would be caught losing words where %s', (name) => {
    const merge = wrong[name] ?? mergeLayer;
    expect(fc.check(losesNothing(merge), { numRuns: 5000 }).failed).toBe(true);
  });

  it.each([
    'what came last decides',
    'an operation that came twice counts twice',
    'what comes before its addition is forgotten',
  ])('would be caught depending on the order where %s', (name) => {
    const merge = wrong[name] ?? mergeLayer;
    expect(fc.check(isTheSameEverywhere(merge), { numRuns: 5000 }).failed).toBe(true);
  });

  it('writes only operations that pass the schema', () => {
    fc.assert(
      fc.property(steps, (script) => {
        for (const operation of live(script).operations)
          expect(layerOperation.parse(operation)).toEqual(operation);
      }),
    );
  });

  it('keeps a note that was removed here and written on there', () => {
    const desk = terminal('desk');
    const hall = terminal('hall');
    const id = desk.write(note('xem lại khoản 2'))?.stamp as AnnotationId;
    hall.learn(desk.held);
    desk.write({ kind: 'remove', id });
    hall.write({ kind: 'edit', id, content: say('xem lại khoản 2, điểm b', 'red') });
    const layer = mergeLayer([...desk.held, ...hall.held]);
    expect(layer.annotations).toMatchObject([{ id, text: 'xem lại khoản 2, điểm b', color: 'red' }]);
  });

  it('shows two texts written apart one below the other, and one text once both were read', () => {
    const desk = terminal('desk');
    const hall = terminal('hall');
    const id = desk.write(note(''))?.stamp as AnnotationId;
    hall.learn(desk.held);
    desk.write({ kind: 'edit', id, content: say('hỏi về kinh phí') });
    hall.write({ kind: 'edit', id, content: say('đã rõ') });
    hall.learn(desk.held);
    expect(mergeLayer(hall.held).annotations[0]?.text).toBe('hỏi về kinh phí\nđã rõ');
    hall.write({ kind: 'edit', id, content: say('xong') });
    expect(mergeLayer(hall.held).annotations[0]?.text).toBe('xong');
  });

  it('removes for good what was seen, and brings it back by a restoration', () => {
    const desk = terminal('desk');
    const id = desk.write(note('a'))?.stamp as AnnotationId;
    desk.write({ kind: 'edit', id, content: say('b') });
    desk.write({ kind: 'remove', id });
    expect(mergeLayer(desk.held).annotations).toEqual([]);
    desk.write({ kind: 'restore', id, content: say('b') });
    expect(mergeLayer(desk.held).annotations).toMatchObject([{ id, text: 'b' }]);
  });

  it('keeps words that were written there while the note was moved here, once and at the new place', () => {
    const desk = terminal('desk');
    const hall = terminal('hall');
    const id = desk.write(note('kinh phí'))?.stamp as AnnotationId;
    hall.learn(desk.held);
    desk.write({ kind: 'look', id, place: { x: 300, y: 400 } });
    desk.write({ kind: 'look', id, color: 'red' });
    hall.write({ kind: 'edit', id, content: say('hỏi về kinh phí năm 2027') });
    const [seenNow] = mergeLayer([...hall.held, ...desk.held]).annotations;
    expect(seenNow).toMatchObject({ text: 'hỏi về kinh phí năm 2027', color: 'red', x: 300, y: 400 });
  });

  it('never shows an operation of another layer', () => {
    const desk = terminal('desk');
    desk.write(note('riêng'));
    const opinion = desk.held.map((operation) => ({ ...operation, layer: 'opinion' as const }));
    expect(mergeLayer(opinion).annotations).toEqual([]);
    expect(mergeLayer([...desk.held, ...opinion], 'opinion').annotations).toHaveLength(1);
    expect(mergeLayer(desk.held).annotations).toHaveLength(1);
  });
});
