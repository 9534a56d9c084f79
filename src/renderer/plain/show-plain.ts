import '../styles/app.css';
import './plain.css';
import { plainGlobal } from '../../shared/bridge/plain-channels.ts';
import type { PlainAction, PlainApi, PlainFacts } from '../../shared/bridge/plain-ipc.ts';
import { sentenceOf } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { element, inBoth } from './elements.ts';
import { screenKeyboard } from './screen-keyboard.ts';

const labels: Readonly<Record<PlainAction, Sentence>> = {
  retry: { vi: 'Thử lại', en: 'Try again' },
  close: { vi: 'Đã hiểu', en: 'Understood' },
  'export-log': { vi: 'Xuất nhật ký hỗ trợ', en: 'Export the log' },
  'leave-kiosk': { vi: 'Ra màn hình máy', en: 'Leave full screen' },
  'return-to-kiosk': { vi: 'Trở lại phòng họp', en: 'Back to the meeting' },
  quit: { vi: 'Đóng chương trình', en: 'Close the program' },
};

const words = {
  password: { vi: 'Mật khẩu IT', en: 'IT password' },
  enter: { vi: 'Tiếp tục', en: 'Continue' },
  wait: (seconds: number): Sentence => ({
    vi: `Thử lại sau ${seconds} giây.`,
    en: `Try again in ${seconds} seconds.`,
  }),
} as const;

/** The plain page without React and without a bridge: it has to work when neither does. */
async function show(api: PlainApi, root: HTMLElement): Promise<void> {
  const facts = await api.facts();
  const said = element('p', 'said', '');
  said.setAttribute('role', 'status');
  const say = (sentence: Sentence | null): void =>
    said.replaceChildren(...(sentence ? inBoth(sentence) : []));
  const [own, keyboard] = facts.asksPassword
    ? passwordParts(api, say, () => void show(api, root))
    : [actionButtons(api, facts, say), null];
  root.replaceChildren(
    element('h1', '', ...inBoth(facts.title)),
    element('div', 'text', ...inBoth(facts.text, 'p')),
    ...(facts.detail === null ? [] : [element('p', 'detail', facts.detail)]),
    own,
    said,
    ...(keyboard === null ? [] : [keyboard]),
  );
  root.querySelector<HTMLElement>('input, button')?.focus();
}

function actionButtons(
  api: PlainApi,
  { actions }: PlainFacts,
  say: (said: Sentence | null) => void,
): Element {
  const buttons = actions.map((action, index) => {
    const button = element('button', index === 0 ? 'first' : '', ...inBoth(labels[action]));
    button.dataset['action'] = action;
    button.addEventListener('click', () => void api.act({ action }).then(say));
    return button;
  });
  return element('div', 'actions', ...buttons);
}

function passwordParts(
  api: PlainApi,
  say: (said: Sentence | null) => void,
  onRight: () => void,
): readonly [HTMLElement, HTMLElement] {
  const field = document.createElement('input');
  Object.assign(field, { type: 'password', id: 'password', autocomplete: 'off', maxLength: 128 });
  const label = element('label', '', ...inBoth(words.password));
  label.setAttribute('for', field.id);
  const enter = element('button', 'first', ...inBoth(words.enter));
  const cancel = element('button', '', ...inBoth(labels['return-to-kiosk']));
  cancel.setAttribute('type', 'button');
  cancel.addEventListener('click', () => void api.act({ action: 'return-to-kiosk' }));
  const form = element('form', 'password', label, field, element('div', 'actions', enter, cancel));
  const judge = async (password: string): Promise<void> => {
    const answer = await api.leave({ password });
    enter.removeAttribute('disabled');
    if (answer.ok) {
      onRight();
    } else {
      field.focus();
      say(sentenceAfter(answer));
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const password = field.value;
    field.value = '';
    enter.setAttribute('disabled', '');
    void judge(password);
  });
  return [form, screenKeyboard(field)];
}

function sentenceAfter({
  code,
  waitMs,
}: {
  code: Parameters<typeof sentenceOf>[0];
  waitMs: number;
}): Sentence {
  const sentence = { vi: sentenceOf(code, 'vi'), en: sentenceOf(code, 'en') };
  if (waitMs <= 0) return sentence;
  const wait = words.wait(Math.ceil(waitMs / 1000));
  return { vi: `${sentence.vi} ${wait.vi}`, en: `${sentence.en} ${wait.en}` };
}

const api = (globalThis as { readonly [plainGlobal]?: PlainApi })[plainGlobal];
const root = document.getElementById('plain');
// A browser that opens this address shows an empty page.
if (api !== undefined && root !== null) void show(api, root);
