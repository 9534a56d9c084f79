import { isFixed, type EffectivePolicy } from '../policy/effective-policy.ts';
import { sentencesOfFault } from '../policy/print-policy.ts';
import { settingKeys } from '../policy/settings.ts';
import type { PolicyFacts } from './facts.ts';

const mostFaults = 50;
const mostCharacters = 1000;

/** What is told of the settings that are in force. */
export function policyFactsOf(policy: EffectivePolicy): PolicyFacts {
  const set = settingKeys.filter((key) => policy.origins[key] !== null);
  return {
    set: set.length,
    fixed: set.filter((key) => isFixed(policy, key)).length,
    faults: policy.faults
      .slice(0, mostFaults)
      .map((fault) => sentencesOfFault(fault).vi.slice(0, mostCharacters)),
  };
}
