import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { Fault } from './must.ts';

it('[LOG-2] equal values have equal texts, whatever the order of their members', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ế' }], a: true, x: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"ế","d":null}]}',
  );
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
});

it('[LOG-2] nothing is lost on the way', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

it('what is no JSON is a fault', () => {
  expect(() => canonicalJson(Number.NaN)).toThrow(Fault);
  expect(() => canonicalJson(() => 1)).toThrow(Fault);
});
