import { describe, expect, it } from 'vitest';
import tokens from './tokens.css?raw';

/** Text tokens by the grounds they stand on; every pair must reach the ratio of AA for normal text. */
const textOn: Readonly<Record<string, readonly string[]>> = {
  paper: ['ink', 'ink-soft', 'accent', 'good', 'waiting', 'info'],
  panel: ['ink', 'ink-soft', 'accent', 'good', 'waiting', 'info'],
  sunken: ['ink', 'ink-soft', 'accent'],
  'accent-soft': ['accent', 'ink', 'ink-soft'],
  'good-soft': ['good', 'ink'],
  'waiting-soft': ['waiting', 'ink'],
  'info-soft': ['info', 'ink', 'ink-soft'],
  'accent-fill': ['on-accent'],
  'accent-fill-pressed': ['on-accent'],
  screen: ['screen-ink', 'screen-soft', 'screen-good', 'screen-waiting'],
  'screen-passed': ['screen-ink'],
  'screen-not-passed': ['screen-ink'],
  'screen-neutral': ['screen-ink'],
};

/** Huge figures, borders of fields and the focus ring: the ratio of AA for large text and for controls. */
const largeOn: Readonly<Record<string, readonly string[]>> = {
  screen: ['screen-muted'],
  paper: ['line-strong', 'focus'],
  panel: ['line-strong', 'focus'],
};

describe.each(['light', 'dark'] as const)('colours of the %s theme', (theme) => {
  const colours = readTheme(theme);

  it.each(pairs(textOn))('reads %s on %s at 4.5 or more', (text, ground) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(largeOn))('sees %s on %s at 3 or more', (mark, ground) => {
    expect(contrast(colours, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('the theme table', () => {
  it('gives the dark theme its own value for every colour that is not the screen’s', () => {
    const light = Object.keys(readBlock(':root')).filter((name) => !name.startsWith('screen'));
    const dark = Object.keys(readBlock("[data-theme='dark']"));
    expect(dark.toSorted()).toEqual(light.toSorted());
    expect(light.length).toBeGreaterThan(20);
  });
});

function pairs(table: Readonly<Record<string, readonly string[]>>): Array<[text: string, ground: string]> {
  return Object.entries(table).flatMap(([ground, texts]) =>
    texts.map((text): [string, string] => [text, ground]),
  );
}

function readTheme(theme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const light = readBlock(':root');
  return theme === 'light' ? light : { ...light, ...readBlock("[data-theme='dark']") };
}

/** The hex colours that one rule of the style sheet declares, by token name. */
function readBlock(selector: string): Record<string, string> {
  const start = tokens.indexOf(`${selector} {`);
  const block = tokens.slice(start, tokens.indexOf('\n}', start));
  const declared = block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g);
  return Object.fromEntries([...declared].map(([, name = '', value = '']) => [name, value]));
}

/** WCAG 2 contrast ratio of two tokens. */
function contrast(colours: Readonly<Record<string, string>>, one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other]
    .map((name) => luminance(colours[name] ?? ''))
    .toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * (red ?? Number.NaN) + 0.7152 * (green ?? Number.NaN) + 0.0722 * (blue ?? Number.NaN);
}

function linear(channel: number): number {
  return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
