/**
 * What a window remembers of how its reader wants it to look, under what the settings of the machine say in the page's
 * address: `?language=en&largeText=true&fixed=language`. A setting is where a window begins that remembers nothing; one
 * that IT has fixed counts at every start.
 */
export function startingLook(search: string, remembered: unknown): unknown {
  const wishes = new URLSearchParams(search);
  const fixed = (wishes.get('fixed') ?? '').split(' ');
  const kept = typeof remembered === 'object' && remembered !== null ? remembered : {};
  const language = wishes.get('language');
  const largeText = wishes.get('largeText');
  const begin = {
    ...(language === null ? {} : { language }),
    ...(largeText === null ? {} : { text: largeText === 'true' ? 125 : 100 }),
  };
  const always = {
    ...(fixed.includes('language') && 'language' in begin ? { language: begin.language } : {}),
    ...(fixed.includes('largeText') && 'text' in begin ? { text: begin.text } : {}),
  };
  return { ...begin, ...kept, ...always };
}
