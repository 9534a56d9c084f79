import type { EffectivePolicy } from '../../shared/policy/effective-policy.ts';

/** Whether a machine prints at all: the print window of the system is a way out of a kiosk, which IT has to want. */
export function printsHere(setting: EffectivePolicy['values']['papers.print'], isKiosk: boolean): boolean {
  switch (setting) {
    case 'never':
      return false;
    case 'outside-kiosk':
      return !isKiosk;
    case 'always':
      return true;
  }
}
