import { useState } from 'react';
import { useBridge } from '../../data/data-context.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { PinStep } from './PinStep.tsx';
import { useKeyChange } from './use-key-change.ts';

/** The recovery key from the printed sheet, then the PIN: the notes of before a reset open again. */
export function RestoreNotes({ onDone }: { readonly onDone: (said: string) => void }) {
  const { privateNotes: words } = useMessages();
  const { layers } = useBridge();
  const change = useKeyChange();
  const [key, setKey] = useState('');
  const [isKeyGiven, setIsKeyGiven] = useState(false);
  const restore = async (pin: string): Promise<void> => {
    const done = await change.attempt(() => layers.restore(pin, key));
    if (done === null) setIsKeyGiven(false);
    else onDone(words.restored);
  };
  if (isKeyGiven) {
    return (
      <PinStep
        title={words.presentPin}
        trouble={change.trouble}
        isPending={change.isPending}
        onEntered={(pin) => void restore(pin)}
      />
    );
  }
  return (
    <>
      <TextField
        label={words.recoveryKey}
        hint={words.recoveryHint}
        value={key}
        onChange={setKey}
        lines={2}
        maxLength={100}
        autoFocus
        {...(change.trouble === null ? {} : { error: change.trouble })}
      />
      <Button
        label={words.next}
        size="seat"
        variant="filled"
        isWide
        isDisabled={key.trim() === ''}
        onPress={() => setIsKeyGiven(true)}
      />
    </>
  );
}
