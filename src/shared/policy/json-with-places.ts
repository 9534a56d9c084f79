import type { Sentence } from '../refusals/refusal.ts';
import { ok, refused, type Result } from '../std/result.ts';

/**
 * JSON (RFC 8259) read so that every value knows where it stands: a person who made a mistake in a file is told its
 * line and column. `JSON.parse` keeps no places, and takes a key that is written twice.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'list'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'plain'; readonly at: number; readonly value: string | number | boolean | null };

export interface JsonMember {
  readonly key: string;
  readonly keyAt: number;
  readonly value: JsonNode;
}

/** Why a text is not JSON, and the offset at which that shows, in UTF-16 units. */
export interface JsonMistake {
  readonly at: number;
  readonly sentence: Sentence;
}

/** Reads one JSON value and nothing after it. Nesting is bounded: 32 levels. */
export function readJson(text: string): Result<JsonNode, JsonMistake> {
  const reader = new Reader(text);
  try {
    const node = reader.value(0);
    reader.end();
    return ok(node);
  } catch (error) {
    if (error instanceof Stopped) return refused(error.mistake);
    throw error;
  }
}

/** The value without its places, as `JSON.parse` would give it. Of a key that is there twice the last counts. */
export function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'plain':
      return node.value;
    case 'list':
      return node.items.map(valueOf);
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]));
  }
}

/** Line and column of an offset, from 1. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

const mostLevels = 32;

/** Ends the reading inside; never leaves this file. */
class Stopped extends Error {
  readonly mistake: JsonMistake;
  constructor(mistake: JsonMistake) {
    super(mistake.sentence.en);
    this.mistake = mistake;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(level: number): JsonNode {
    this.#space();
    if (level > mostLevels) this.#stop(this.#at, mistakes.tooDeep);
    const at = this.#at;
    switch (this.#text[at]) {
      case '{':
        return { kind: 'object', at, members: this.#members(level) };
      case '[':
        return { kind: 'list', at, items: this.#items(level) };
      case '"':
        return { kind: 'plain', at, value: this.#string() };
      default:
        return { kind: 'plain', at, value: this.#word() };
    }
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) this.#stop(this.#at, mistakes.more);
  }

  #members(level: number): readonly JsonMember[] {
    const members: JsonMember[] = [];
    this.#series('}', () => {
      const keyAt = this.#at;
      if (this.#text[keyAt] !== '"') this.#stop(keyAt, mistakes.key);
      const key = this.#string();
      this.#space();
      this.#take(':', mistakes.colon);
      members.push({ key, keyAt, value: this.value(level + 1) });
    });
    return members;
  }

  #items(level: number): readonly JsonNode[] {
    const items: JsonNode[] = [];
    this.#series(']', () => void items.push(this.value(level + 1)));
    return items;
  }

  /** What stands between brackets, with commas between. */
  #series(close: string, item: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      item();
      this.#space();
      const next = this.#text[this.#at];
      if (next === close) break;
      this.#take(',', mistakes.comma);
      this.#space();
      if (this.#text[this.#at] === close) this.#stop(this.#at, mistakes.lastComma);
    }
    this.#at += 1;
  }

  #string(): string {
    const start = this.#at;
    const literal = matchAt(stringLiteral, this.#text, start);
    if (literal === null) this.#stop(start, this.#whyNoString(start));
    this.#at += literal.length;
    return JSON.parse(literal) as string;
  }

  /** A string that does not end is where most cuts and forgotten quotes show. */
  #whyNoString(start: number): Sentence {
    const open = matchAt(openString, this.#text, start) ?? '';
    const after = this.#text[start + open.length];
    if (after === undefined) return mistakes.cut;
    return after === '\\' ? mistakes.escape : mistakes.openQuote;
  }

  #word(): number | boolean | null {
    const at = this.#at;
    const word = matchAt(wordOrNumber, this.#text, at);
    if (word === null) this.#stop(at, this.#whyNoValue(at));
    this.#at += word.length;
    const value: unknown = JSON.parse(word);
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }

  #whyNoValue(at: number): Sentence {
    const next = this.#text[at];
    if (next === undefined) return mistakes.cut;
    if (next === "'" || next === '“' || next === '”') return mistakes.quotes;
    return mistakes.value;
  }

  #take(sign: string, otherwise: Sentence): void {
    if (this.#text[this.#at] !== sign) this.#stop(this.#at, otherwise);
    this.#at += 1;
  }

  #space(): void {
    this.#at += (matchAt(space, this.#text, this.#at) ?? '').length;
    if (/^\/[/*]/.test(this.#text.slice(this.#at, this.#at + 2))) this.#stop(this.#at, mistakes.comment);
  }

  #stop(at: number, sentence: Sentence): never {
    throw new Stopped({ at, sentence: at >= this.#text.length ? mistakes.cut : sentence });
  }
}

const space = /[ \t\r\n]*/y;
const stringLiteral = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const openString = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/uy;
const wordOrNumber = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** What a sticky pattern finds exactly here. */
function matchAt(pattern: RegExp, text: string, at: number): string | null {
  const own = new RegExp(pattern);
  own.lastIndex = at;
  return own.exec(text)?.[0] ?? null;
}

const mistakes = {
  cut: {
    vi: 'tệp kết thúc giữa chừng, có thể đã bị cắt',
    en: 'the file ends too early and may have been cut',
  },
  more: { vi: 'còn nội dung thừa sau dấu } cuối cùng', en: 'there is more after the end' },
  tooDeep: { vi: 'lồng nhau quá nhiều tầng', en: 'it is nested too deeply' },
  key: {
    vi: 'ở đây phải là tên cài đặt trong dấu nháy kép',
    en: 'the name of a setting in double quotes belongs here',
  },
  colon: { vi: 'thiếu dấu hai chấm sau tên', en: 'a colon is missing after the name' },
  comma: { vi: 'thiếu dấu phẩy hoặc dấu đóng ngoặc', en: 'a comma or a closing bracket is missing' },
  lastComma: { vi: 'thừa dấu phẩy trước dấu đóng ngoặc', en: 'there is a comma too many before the bracket' },
  openQuote: { vi: 'chữ trong nháy chưa được đóng trên dòng này', en: 'a quote is not closed on this line' },
  escape: {
    vi: 'sau dấu \\ không đúng; đường dẫn Windows phải viết \\\\',
    en: 'this \\ stands wrong; a path of Windows is written with \\\\',
  },
  quotes: { vi: 'hãy dùng dấu nháy kép thẳng (")', en: 'use straight double quotes (")' },
  comment: { vi: 'JSON không có chú thích', en: 'JSON has no comments' },
  value: {
    vi: 'ở đây phải là một giá trị: chữ trong nháy kép, số, true, false hoặc danh sách',
    en: 'a value belongs here: text in double quotes, a number, true, false or a list',
  },
} as const satisfies Record<string, Sentence>;
