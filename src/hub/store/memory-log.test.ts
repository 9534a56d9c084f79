import { describeLogContract, type LogUnderTest } from './log-contract.ts';
import { createMemoryDisk, createMemoryLog, type MemoryDisk } from './memory-log.ts';

function on(disk: MemoryDisk): LogUnderTest {
  return {
    log: createMemoryLog(disk),
    reopen: () => on(disk),
    setFull: (isFull) => void (disk.isFull = isFull),
    end: () => undefined,
  };
}

describeLogContract('the log in memory', () => on(createMemoryDisk()));
