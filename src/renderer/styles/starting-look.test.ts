import { describe, expect, it } from 'vitest';
import { parseAppearance } from './appearance.ts';
import { startingLook } from './starting-look.ts';

const look = (search: string, remembered: unknown) => parseAppearance(startingLook(search, remembered));

describe('how a window begins to look', () => {
  it('is what it remembers, else what the settings say, else the usual', () => {
    expect(look('', null)).toEqual({ language: 'vi', theme: 'light', text: 100 });
    expect(look('?language=en&largeText=true', null)).toEqual({ language: 'en', theme: 'light', text: 125 });
    expect(look('?language=en&largeText=true', { language: 'vi', theme: 'dark', text: 150 })).toEqual({
      language: 'vi',
      theme: 'dark',
      text: 150,
    });
  });

  it('is what IT has fixed, whatever it remembers', () => {
    const remembered = { language: 'en', theme: 'dark', text: 150 };
    expect(look('?language=vi&largeText=true&fixed=language+largeText', remembered)).toEqual({
      language: 'vi',
      theme: 'dark',
      text: 125,
    });
    expect(look('?language=vi&fixed=language', remembered)).toMatchObject({ language: 'vi', text: 150 });
  });

  it('cannot be broken by an address', () => {
    expect(look('?language=xx&largeText=&fixed=text+fixed', 'nonsense')).toEqual({
      language: 'vi',
      theme: 'light',
      text: 100,
    });
  });
});
