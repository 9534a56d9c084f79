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

/**
 * The closed table of refusals. A code is stable and is what programs compare; the sentence is for people.
 * `kind: 'weather'` marks what passes by itself: the sender keeps the command and tries again.
 */
export const refusalTable = {
  ...accessRefusals,
  ...adminRefusals,
  ...attendanceRefusals,
  ...backupRefusals,
  ...documentRefusals,
  ...floorRefusals,
  ...hubRefusals,
  ...meetingRefusals,
  ...pairingRefusals,
  ...papersRefusals,
  ...policyRefusals,
  ...updateRefusals,
  ...shellRefusals,
  ...terminalPairingRefusals,
  ...setupRefusals,
  ...voteRefusals,
} as const;

/** A code of the closed table. */
export type RefusalCode = keyof typeof refusalTable;

/** In the order of the alphabet, so that moving a code between its parts changes nothing on the wire. */
export const refusalCodes = Object.keys(refusalTable).toSorted() as [RefusalCode, ...RefusalCode[]];

/** Codes that pass by themselves; everything else is a final answer. */
export type WeatherCode = {
  [Code in RefusalCode]: (typeof refusalTable)[Code]['kind'] extends 'weather' ? Code : never;
}[RefusalCode];

/** True for a code after which the same command is to be sent again. */
export function isWeather(code: RefusalCode): code is WeatherCode {
  return refusalTable[code].kind === 'weather';
}

/** The sentence of a code in a language. */
export function sentenceOf(code: RefusalCode, language: 'vi' | 'en'): string {
  return refusalTable[code][language];
}
