import { describe, expect, it } from 'vitest';
import { deviceId, documentVersionId, type Sha256 } from '../../shared/records/ids.ts';
import { PreparedTexts } from './prepared-texts.ts';
import type { TakenText } from './staged-files.ts';

const replaces = documentVersionId.parse('v1');
const [one, two] = [deviceId.parse('clerk-1'), deviceId.parse('clerk-2')];
const nameOf = (letter: string): Sha256 => letter.repeat(64) as Sha256;

/** A text of one letter; `dropped` tells when its files have been removed. */
function textOf(letter: string, dropped: string[]): TakenText {
  const sha256 = nameOf(letter);
  return {
    facts: { sha256, view: { sha256, bytes: 1 } },
    staged: [{ sha256, bytes: 1, open: async () => ({ bytes: 1 }) }],
    retain: () => async () => void dropped.push(letter),
  } as unknown as TakenText;
}

function waiting() {
  const clock = { ms: 0 };
  const dropped: string[] = [];
  return { clock, dropped, texts: new PreparedTexts(() => clock.ms) };
}

const published = async (taken: TakenText): Promise<string> => taken.facts.sha256;

describe('texts between the look and the step', () => {
  it('are handed over once, to the console that sent them, for the version they were compared with', async () => {
    const { texts, dropped } = waiting();
    await texts.keep({ deviceId: one, replaces, taken: textOf('a', dropped) });
    const wanted = { deviceId: one, replaces, sha256: nameOf('a') };
    expect(await texts.use({ ...wanted, deviceId: two }, published)).toBeNull();
    expect(await texts.use({ ...wanted, sha256: nameOf('b') }, published)).toBeNull();
    expect(await texts.use({ ...wanted, replaces: documentVersionId.parse('v2') }, published)).toBeNull();
    expect(dropped).toEqual([]);
    expect(await texts.use(wanted, published)).toBe(nameOf('a'));
    expect(dropped).toEqual(['a']);
    expect(await texts.use(wanted, published)).toBeNull();
  });

  it('are shown to that console alone, and to nobody once they are gone', async () => {
    const { texts, dropped } = waiting();
    await texts.keep({ deviceId: one, replaces, taken: textOf('a', dropped) });
    expect([texts.shows(one, nameOf('a')), texts.shows(two, nameOf('a'))]).toEqual([true, false]);
    expect(await texts.open(nameOf('a'))).not.toBeNull();
    await texts.stop();
    expect(texts.shows(one, nameOf('a'))).toBe(false);
    expect(await texts.open(nameOf('a'))).toBeNull();
    expect(dropped).toEqual(['a']);
  });

  it('make place for the next one of the same console, and for others beyond three', async () => {
    const { texts, dropped } = waiting();
    await texts.keep({ deviceId: one, replaces, taken: textOf('a', dropped) });
    await texts.keep({ deviceId: one, replaces, taken: textOf('b', dropped) });
    expect(dropped).toEqual(['a']);
    for (const letter of ['c', 'd', 'e']) {
      await texts.keep({ deviceId: deviceId.parse(letter), replaces, taken: textOf(letter, dropped) });
    }
    expect(dropped).toEqual(['a', 'b']);
  });

  it('are forgotten after half an hour', async () => {
    const { texts, dropped, clock } = waiting();
    await texts.keep({ deviceId: one, replaces, taken: textOf('a', dropped) });
    clock.ms = 30 * 60_000 + 1;
    expect(await texts.use({ deviceId: one, replaces, sha256: nameOf('a') }, published)).toBeNull();
    expect(dropped).toEqual(['a']);
  });

  it('leave nothing behind when publishing fails', async () => {
    const { texts, dropped } = waiting();
    await texts.keep({ deviceId: one, replaces, taken: textOf('a', dropped) });
    const failing = texts.use({ deviceId: one, replaces, sha256: nameOf('a') }, () =>
      Promise.reject(new Error('full')),
    );
    await expect(failing).rejects.toThrow('full');
    expect(dropped).toEqual(['a']);
  });
});
