import { describe, expect, it } from 'vitest';
import { accessRefusals } from './access-refusals.ts';
import { adminRefusals } from './admin-refusals.ts';
import { attendanceRefusals } from './attendance-refusals.ts';
import { backupRefusals } from './backup-refusals.ts';
import { documentRefusals } from './document-refusals.ts';
import { floorRefusals } from './floor-refusals.ts';
import { hubRefusals } from './hub-refusals.ts';
import { meetingRefusals } from './meeting-refusals.ts';
import { pairingRefusals } from './pairing-refusals.ts';
import { papersRefusals } from './papers-refusals.ts';
import { policyRefusals } from './policy-refusals.ts';
import { updateRefusals } from './update-refusals.ts';
import { shellRefusals } from './shell-refusals.ts';
import { terminalPairingRefusals } from './terminal-pairing-refusals.ts';
import { setupRefusals } from './setup-refusals.ts';
import { voteRefusals } from './vote-refusals.ts';
import { isWeather, refusalCodes, refusalTable, sentenceOf } from './refusal-table.ts';

describe('the closed table of refusals', () => {
  it.each(refusalCodes)('%s has a Vietnamese and an English sentence', (code) => {
    for (const language of ['vi', 'en'] as const) {
      const sentence = sentenceOf(code, language);
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
    expect(refusalTable[code].vi).not.toBe(refusalTable[code].en);
  });

  it('names no code in two of its parts', () => {
    const parts = [
      accessRefusals,
      adminRefusals,
      attendanceRefusals,
      backupRefusals,
      documentRefusals,
      floorRefusals,
      hubRefusals,
      meetingRefusals,
      pairingRefusals,
      papersRefusals,
      policyRefusals,
      updateRefusals,
      shellRefusals,
      terminalPairingRefusals,
      setupRefusals,
      voteRefusals,
    ];
    expect(parts.flatMap((part) => Object.keys(part)).toSorted()).toEqual(refusalCodes.toSorted());
  });

  it('only the state of the hub passes by itself', () => {
    expect(refusalCodes.filter(isWeather).every((code) => code.startsWith('hub/'))).toBe(true);
  });
});
