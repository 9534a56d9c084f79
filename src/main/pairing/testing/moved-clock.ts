import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process asks the system for the time, answered with a shift; also to the library that judges certificates. */
const source = `
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long shift(void) {
  const char *text = getenv("CLOCK_SHIFT_SECONDS");
  return text ? atol(text) : 0;
}
int clock_gettime(clockid_t id, struct timespec *at) {
  int failed = syscall(SYS_clock_gettime, id, at);
  if (!failed && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) at->tv_sec += shift();
  return failed;
}
int gettimeofday(struct timeval *restrict at, void *restrict zone) {
  struct timespec now;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &now);
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}
time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}
`;

/**
 * The environment in which a process has another clock, built in `folder`. Null where that cannot be built: no Linux, or
 * no C compiler.
 */
export function movedClock(folder: string, year: number): Record<string, string> | null {
  if (process.platform !== 'linux') return null;
  const [code, library] = [join(folder, 'clock.c'), join(folder, 'clock.so')];
  writeFileSync(code, source);
  const built = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, code]);
  if (built.status !== 0) return null;
  // In the midst of the year: nobody's zone, and no rounding, makes another one of it.
  const seconds = Math.round((Date.UTC(year, 6, 1) - Date.now()) / 1000);
  return { LD_PRELOAD: library, CLOCK_SHIFT_SECONDS: String(seconds) };
}
