import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PatientReader } from './patient-reader.ts';
import type { PdfSource } from './pdf-source.ts';

const bytes = Uint8Array.from({ length: 5_000_000 }, (_, index) => index % 251);

/** A source of which some bytes are not held. */
class Holey implements PdfSource {
  readonly bytes = bytes.length;
  lacks: (begin: number) => boolean = () => false;
  asked = 0;

  read(begin: number, end: number): Promise<Uint8Array | null> {
    this.asked += 1;
    return Promise.resolve(this.lacks(begin) ? null : bytes.slice(begin, end));
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the patient reader', () => {
  it('puts a long stretch together', async () => {
    const all = await new PatientReader(new Holey()).read(7, 4_999_999);
    expect(Buffer.compare(all ?? new Uint8Array(0), bytes.slice(7, 4_999_999))).toBe(0);
  });

  it('waits for what is not held, says so, and goes on by itself', async () => {
    const source = new Holey();
    source.lacks = (begin) => begin > 2_000_000;
    const reader = new PatientReader(source);
    const told: boolean[] = [];
    reader.isWaiting.subscribe((isWaiting) => told.push(isWaiting));
    const reading = reader.read(0, bytes.length);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(told).toEqual([true]);
    source.lacks = () => false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await reading)?.length).toBe(bytes.length);
    expect(told).toEqual([true, false]);
  });

  it('takes a source that fails or gives too little for one that does not hold the bytes', async () => {
    let turn = 0;
    const answers = [() => Promise.reject(new Error('gone')), () => Promise.resolve(bytes.slice(0, 1))];
    const reader = new PatientReader({
      bytes: 10,
      read: (begin, end) => (answers[(turn += 1) - 1] ?? (() => Promise.resolve(bytes.slice(begin, end))))(),
    });
    const reading = reader.read(0, 10);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await reading).toHaveLength(10);
  });

  it('asks no more once it is closed', async () => {
    const source = new Holey();
    source.lacks = () => true;
    const reader = new PatientReader(source);
    const reading = reader.read(0, 10);
    await vi.advanceTimersByTimeAsync(1_500);
    reader.close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await reading).toBeNull();
    const { asked } = source;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(source.asked).toBe(asked);
  });
});
