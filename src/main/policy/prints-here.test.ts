import { describe, expect, it } from 'vitest';
import { initialValues } from '../../shared/policy/settings.ts';
import { printsHere } from './prints-here.ts';

describe('whether a machine prints', () => {
  it.each([
    ['never', false, false],
    ['never', true, false],
    ['outside-kiosk', false, true],
    ['outside-kiosk', true, false],
    ['always', false, true],
    ['always', true, true],
  ] as const)('"%s" in a kiosk %s is %s', (setting, isKiosk, prints) => {
    expect(printsHere(setting, isKiosk)).toBe(prints);
  });

  it('is, where nobody has set it, not in a kiosk', () => {
    expect(printsHere(initialValues['papers.print'], true)).toBe(false);
    expect(printsHere(initialValues['papers.print'], false)).toBe(true);
  });
});
