import { describe, expect, it } from 'vitest';
import { createLogger, faultFields } from './logger.ts';

function logged(fields: object): string {
  const lines: string[] = [];
  createLogger(
    (line) => lines.push(line),
    () => Date.UTC(2026, 8, 5, 1),
  ).warn('sign-in/refused', fields);
  return lines.join('\n');
}

describe('the log of the hub', () => {
  it('is one line of JSON with level, time, event and fields', () => {
    expect(JSON.parse(logged({ participantId: 'p-01', code: 'access/wrong-pin', ms: 92 }))).toEqual({
      level: 'warn',
      time: '2026-09-05T01:00:00.000Z',
      event: 'sign-in/refused',
      participantId: 'p-01',
      code: 'access/wrong-pin',
      ms: 92,
    });
    expect(logged({ route: 'a\nb' })).not.toContain('\n');
  });

  it('[INV-7] leaves out whatever a caller puts in besides ids, codes and numbers', () => {
    const line = logged({
      pin: '482915',
      deviceToken: 'needle-token',
      sessionToken: 'needle-session',
      choice: 'approve',
      payload: { choice: 'reject', title: 'needle-title' },
      title: 'needle-title',
      code: { text: 'needle-object' },
      participantId: 'p-01',
    });
    expect(line).toContain('p-01');
    for (const secret of ['482915', 'needle', 'approve', 'reject']) expect(line).not.toContain(secret);
  });

  it('cuts texts that are longer than an id can be', () => {
    expect(logged({ route: 'x'.repeat(5000) }).length).toBeLessThan(400);
  });

  it('[INV-7] tells where a foreign error happened, not what it says', () => {
    const fields = faultFields(new TypeError('cannot read "needle" of document text'));
    expect(fields.stack).toContain('TypeError');
    expect(fields.stack).toContain('logger.test.ts');
    expect(fields.stack).not.toContain('needle');
  });
});
