import { checkBattery, checkDiskSpace, checkDiskSpeed, checkDisplay, checkMemory } from './check-hardware.ts';
import {
  checkClock,
  checkLastError,
  checkLink,
  checkOutbox,
  checkPack,
  checkPairing,
  checkPolicy,
  checkVersion,
} from './check-room.ts';
import {
  checkBackup,
  checkCertificates,
  checkData,
  checkKeyring,
  checkPorts,
  checkTools,
  checkVault,
} from './check-storage.ts';
import type { MachineFacts, MachineRole } from './facts.ts';
import { checkNames, type Finding } from './finding.ts';

/**
 * Judges everything that is known of a machine, in the order of {@link checkNames}. What is not known is not judged.
 * The doctor of a machine and the page of room health say the same because both ask here.
 */
export function checkMachine(facts: MachineFacts, role: MachineRole): readonly Finding[] {
  const isLinked = facts.link?.state === 'reached';
  const found = [
    facts.policy && checkPolicy(facts.policy),
    facts.pairing && checkPairing(facts.pairing),
    facts.link && checkLink(facts.link),
    facts.version && checkVersion(facts.version),
    facts.clock && checkClock(facts.clock, role),
    facts.disk && checkDiskSpace(facts.disk, role),
    facts.disk && checkDiskSpeed(facts.disk),
    facts.memory && checkMemory(facts.memory),
    facts.battery && checkBattery(facts.battery),
    facts.display && checkDisplay(facts.display),
    facts.keyring && checkKeyring(facts.keyring),
    facts.vault && checkVault(facts.vault),
    facts.outbox && checkOutbox(facts.outbox, isLinked),
    facts.pack && checkPack(facts.pack),
    facts.lastError && checkLastError(facts.lastError),
    facts.data && checkData(facts.data),
    facts.certificates && checkCertificates(facts.certificates),
    facts.ports && checkPorts(facts.ports),
    ...(facts.tools === undefined ? [] : checkTools(facts.tools)),
    facts.backup && checkBackup(facts.backup),
  ];
  return found
    .flatMap((finding) => (finding === undefined || finding === null ? [] : [finding]))
    .toSorted((a, b) => checkNames.indexOf(a.check) - checkNames.indexOf(b.check));
}
