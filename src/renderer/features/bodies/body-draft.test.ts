import { describe, expect, it } from 'vitest';
import { body } from '../../../shared/records/meeting.ts';
import { bodyOf, draftOf, presenceName, presenceNames, presenceOf } from './body-draft.ts';
import { bodyPresets } from './body-presets.ts';

describe('the rules of a body while they are written', () => {
  it('[BODY-2] come back as they were when nothing was changed, for every preset', () => {
    for (const { rules } of bodyPresets) {
      const whole = body.parse({ ...rules, inOffice: 15 });
      expect(bodyOf(draftOf(whole))).toEqual(whole);
      expect(presenceOf(presenceName(whole.presence))).toEqual(whole.presence);
    }
  });

  it.each(['', '0', '-3', '1.5', 'mười lăm'])('are not ready with %s members', (inOffice) => {
    const [preset] = bodyPresets;
    if (preset === undefined) throw new Error('no preset');
    const draft = draftOf(body.parse({ ...preset.rules, inOffice: 15 }));
    expect(bodyOf({ ...draft, inOffice })).toBeNull();
    expect(bodyOf({ ...draft, speechMinutes: '' })?.speechMinutes).toBeUndefined();
  });

  it('name each presence that can be chosen', () => {
    for (const name of presenceNames) expect(presenceName(presenceOf(name))).toBe(name);
  });
});
