/**
 * Days on which offices in Vietnam do not work, besides Saturdays and Sundays, and Saturdays on which they do in
 * exchange (Bộ luật Lao động 2019, Điều 112; the exchange is announced for each year by the Government).
 *
 * Dates are `yyyy-mm-dd`. A year of which nothing is known counts by weekends alone, so each year wants its lines here.
 */
export const vietnamDaysOff: { readonly off: readonly string[]; readonly worked: readonly string[] } = {
  off: [
    // 2025: New Year, Tết Ất Tỵ, Giỗ Tổ, 30/4 and 1/5 with 2/5 in exchange, National Day.
    '2025-01-01',
    ...['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
    '2025-04-07',
    ...['2025-04-30', '2025-05-01', '2025-05-02'],
    ...['2025-09-01', '2025-09-02'],
    // 2026: New Year with 2/1 in exchange, Tết Bính Ngọ, Giỗ Tổ (a Sunday), 30/4 and 1/5, National Day with 31/8.
    ...['2026-01-01', '2026-01-02'],
    ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    '2026-04-27',
    ...['2026-04-30', '2026-05-01'],
    ...['2026-08-31', '2026-09-01', '2026-09-02'],
    // 2027 by the law alone, until the exchange is announced.
    '2027-01-01',
    ...['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'],
    '2027-04-16',
    ...['2027-04-30', '2027-05-03'],
    ...['2027-09-02', '2027-09-03'],
  ],
  worked: ['2025-04-26', '2026-01-10', '2026-08-22'],
};
