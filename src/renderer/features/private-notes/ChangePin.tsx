import { useState } from 'react';
import { useBridge } from '../../data/data-context.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { PinStep } from './PinStep.tsx';
import { useKeyChange } from './use-key-change.ts';

type Entered =
  | { readonly at: 'present' }
  | { readonly at: 'new'; readonly present: string }
  | { readonly at: 'again'; readonly present: string; readonly next: string };

/** The PIN that is, the PIN to be, and the latter once more. */
export function ChangePin({ onDone }: { readonly onDone: (said: string) => void }) {
  const { privateNotes: words } = useMessages();
  const { layers } = useBridge();
  const change = useKeyChange();
  const [entered, setEntered] = useState<Entered>({ at: 'present' });
  const titles = { present: words.presentPin, new: words.newPin, again: words.newPinAgain };

  const enter = (pin: string): void => {
    change.say(null);
    if (entered.at === 'present') return setEntered({ at: 'new', present: pin });
    if (entered.at === 'new') return setEntered({ at: 'again', present: entered.present, next: pin });
    if (entered.next !== pin) {
      change.say(words.pinsDiffer);
      return setEntered({ at: 'new', present: entered.present });
    }
    void change
      .attempt(() => layers.changePin(entered.present, pin))
      .then((done) => {
        if (done === null) setEntered({ at: 'present' });
        else onDone(words.pinChanged);
      });
  };
  return (
    <PinStep
      key={entered.at}
      title={titles[entered.at]}
      trouble={change.trouble}
      isPending={change.isPending}
      onEntered={enter}
    />
  );
}
