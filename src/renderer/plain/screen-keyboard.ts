import { element } from './elements.ts';

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm.,-_@'] as const;

/** Keys for a seat that has only its touch screen. They type at the end of the field. */
export function screenKeyboard(field: HTMLInputElement): HTMLElement {
  let isUpper = false;
  const keyboard = element('div', 'keyboard');
  const type = (text: string): void => {
    if (field.value.length < field.maxLength) field.value += text;
  };
  const draw = (): void => {
    const lines = rows.map((row) => {
      const keys = Array.from(row, (letter) => {
        const text = isUpper ? letter.toUpperCase() : letter;
        return key(text, text, () => type(text));
      });
      return element('div', 'row', ...keys);
    });
    const shift = key('⇧', 'Chữ hoa', () => {
      isUpper = !isUpper;
      draw();
    });
    shift.setAttribute('aria-pressed', String(isUpper));
    const space = key('␣', 'Dấu cách', () => type(' '));
    const back = key('⌫', 'Xóa', () => {
      field.value = Array.from(field.value).slice(0, -1).join('');
    });
    keyboard.replaceChildren(...lines, element('div', 'row', shift, space, back));
  };
  draw();
  return keyboard;
}

function key(text: string, label: string, onPress: () => void): HTMLElement {
  const button = element('button', 'key', text);
  button.setAttribute('type', 'button');
  button.setAttribute('tabindex', '-1');
  button.setAttribute('aria-label', label);
  // The field keeps the focus, so that a real keyboard goes on typing there.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', onPress);
  return button;
}
