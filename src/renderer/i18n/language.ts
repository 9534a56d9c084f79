/** The languages of the interface; Vietnamese is first in every list. */
export type Language = 'vi' | 'en';

export const languages: readonly Language[] = ['vi', 'en'];

/** The BCP 47 tag that `Intl` and the control library want. English keeps day before month. */
export const localeTags: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
