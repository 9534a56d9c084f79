import type { Sentence } from '../refusals/refusal.ts';
import { placeOf, readJson, valueOf, type JsonMember, type JsonNode } from './json-with-places.ts';
import { judgeValue, unknownKey } from './judge-value.ts';
import type { Place, PolicyCode, PolicyFault, ReadSource, SourceEntry, SourceName } from './policy-source.ts';
import { schemaOf } from './setting-kinds.ts';
import { isSettingKey, schemaKey, settingOf, type SettingKey } from './settings.ts';

/** A settings file that is longer than this is not read: all settings together are a few thousand characters. */
export const mostFileBytes = 256 * 1024;

/** Where settings come from. */
export interface FileSource {
  readonly name: SourceName;
  readonly where: string;
}

/**
 * Reads a settings file to the end and says everything that is wrong with it, each with its line and column.
 * `decode` turns UTF-8 into text and answers null for bytes that are none; a mark at the beginning is allowed, since
 * editors of Windows write one.
 */
export function readSettingsFile(
  source: FileSource,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string | null,
): ReadSource {
  if (bytes.length > mostFileBytes) return brokenFile(source, 'policy/too-large', tooLarge(bytes.length));
  if (isSixteenBit(bytes)) return brokenFile(source, 'policy/not-text', sixteenBit);
  const text = decode(bytes)?.replace(/^\uFEFF/, '') ?? null;
  if (text === null) return brokenFile(source, 'policy/not-text', noText);
  return new FileReading(source, text).read();
}

/** A source of which nothing can be used. */
export function brokenFile(source: FileSource, code: PolicyCode, sentence: Sentence): ReadSource {
  const place: Place = { source: source.name, where: source.where, line: null, column: null };
  return { ...source, entries: new Map(), faults: [{ code, place, key: null, sentence }] };
}

class FileReading {
  readonly #source: FileSource;
  readonly #text: string;
  readonly #entries = new Map<SettingKey, SourceEntry>();
  readonly #faults: PolicyFault[] = [];

  constructor(source: FileSource, text: string) {
    this.#source = source;
    this.#text = text;
  }

  read(): ReadSource {
    const json = readJson(this.#text);
    if (!json.ok) this.#fault('policy/not-json', json.reason.at, null, json.reason.sentence);
    else if (json.value.kind !== 'object') this.#fault('policy/not-json', json.value.at, null, noObject);
    else this.#members(json.value.members);
    return { ...this.#source, entries: this.#entries, faults: this.#faults };
  }

  #members(members: readonly JsonMember[]): void {
    const first = new Map<string, number>();
    for (const member of members) {
      const { key, keyAt } = member;
      const earlier = first.get(key);
      if (earlier !== undefined) {
        this.#fault('policy/duplicate-key', keyAt, key, twice(key, placeOf(this.#text, earlier).line));
        continue;
      }
      first.set(key, keyAt);
      if (key !== schemaKey) this.#member(member);
    }
  }

  #member({ key, keyAt, value }: JsonMember): void {
    if (!isSettingKey(key)) return this.#fault('policy/unknown-key', keyAt, key, unknownKey(key));
    if (this.#source.name === 'user-file' && settingOf(key).personal !== true)
      return this.#fault('policy/not-yours', keyAt, key, notPersonal(key));
    const judged = judgeValue(key, valueOf(value));
    if (!judged.ok) return this.#fault('policy/wrong-value', wrongAt(key, value), key, judged.reason);
    this.#entries.set(key, { value: judged.value, place: this.#place(value.at) });
  }

  #fault(code: PolicyCode, at: number, key: string | null, sentence: Sentence): void {
    this.#faults.push({ code, place: this.#place(at), key, sentence });
  }

  #place(at: number): Place {
    const { name: source, where } = this.#source;
    return { source, where, ...placeOf(this.#text, at) };
  }
}

/** Of a list the first item that is wrong by itself; of everything else where the value begins. */
function wrongAt(key: SettingKey, node: JsonNode): number {
  const setting = settingOf(key);
  if (setting.kind !== 'list' || node.kind !== 'list') return node.at;
  const schema = schemaOf(setting);
  return node.items.find((item) => !schema.safeParse([valueOf(item)]).success)?.at ?? node.at;
}

/** UTF-16 with its mark, or letters of Latin script with every second byte zero. */
function isSixteenBit(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || (bytes.length >= 2 && (first === 0 || second === 0));
}

function tooLarge(bytes: number): Sentence {
  return {
    vi: `tệp dài ${bytes} byte, quá ${mostFileBytes} byte`,
    en: `the file has ${bytes} bytes, more than ${mostFileBytes}`,
  };
}

function twice(key: string, line: number): Sentence {
  return {
    vi: `"${key}" đã có ở dòng ${line}; chỉ giữ một`,
    en: `"${key}" already stands in line ${line}; keep one of them`,
  };
}

function notPersonal(key: string): Sentence {
  return {
    vi: `"${key}" thuộc về máy; chỉ quản trị viên đặt được, trong tệp của máy`,
    en: `"${key}" belongs to the machine; IT sets it in the machine’s file`,
  };
}

const sixteenBit: Sentence = {
  vi: 'tệp được lưu ở UTF-16; hãy lưu lại ở UTF-8',
  en: 'the file is saved as UTF-16; save it as UTF-8',
};
const noText: Sentence = {
  vi: 'tệp có byte không phải UTF-8; hãy lưu lại ở UTF-8',
  en: 'the file has bytes that are not UTF-8; save it as UTF-8',
};
const noObject: Sentence = {
  vi: 'tệp phải là một cặp ngoặc { } chứa các cài đặt',
  en: 'the file must be { } with settings inside',
};
