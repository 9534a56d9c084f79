import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { vi as vietnamese } from '../../i18n/messages.vi.ts';
import { PinPad } from './PinPad.tsx';

function render(props: { value: string; error?: string; isPending?: boolean }): string {
  const words = vietnamese.general.signIn;
  return renderToStaticMarkup(<PinPad words={words} onChange={() => {}} onComplete={() => {}} {...props} />);
}

const count = (markup: string, part: string): number => markup.split(part).length - 1;

describe('PinPad', () => {
  it('shows how many digits were entered and hides which', () => {
    const markup = render({ value: '314' });
    expect(count(markup, 'data-filled="true"')).toBe(3);
    expect(markup).toContain('type="password"');
    expect(markup).toContain('inputMode="none"');
    expect(markup).toContain('aria-label="Đã nhập 3 trên 6 số"');
  });

  it('says why a PIN was refused and ties the words to the field', () => {
    const markup = render({ value: '', error: 'Mã PIN chưa đúng' });
    const [, describedBy = 'missing'] = /aria-describedby="([^"]+)"/.exec(markup) ?? [];
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toMatch(new RegExp(`id="${describedBy}"[^>]*>Mã PIN chưa đúng<`));
  });

  it('takes no key while a PIN is being checked', () => {
    expect(count(render({ value: '314159', isPending: true }), 'disabled=""')).toBe(12);
    expect(count(render({ value: '314159' }), 'disabled=""')).toBe(0);
  });
});
