import { describe, expect, it } from 'vitest';
import { httpRefusal } from '../../shared/protocol/http.ts';
import { isWeather, refusalCodes } from '../../shared/refusals/refusal-table.ts';
import { httpRefusalOf, statusOf } from './http-refusal.ts';

describe('a refusal over HTTP', () => {
  it.each(refusalCodes)('%s has a body by the schema and a status by its kind', (code) => {
    expect(httpRefusal.safeParse(httpRefusalOf(code)).success).toBe(true);
    const status = statusOf(code);
    expect(status >= 400 && status < 500).toBe(!isWeather(code));
    expect(status === 503).toBe(isWeather(code));
  });

  it('tells apart who is unknown, what is forbidden, what is missing and what is broken', () => {
    expect(statusOf('access/unknown-device')).toBe(401);
    expect(statusOf('access/wrong-pin')).toBe(403);
    expect(statusOf('blob/unknown')).toBe(404);
    expect(statusOf('document/encrypted')).toBe(422);
    expect(statusOf('meeting/closed')).toBe(409);
  });
});
