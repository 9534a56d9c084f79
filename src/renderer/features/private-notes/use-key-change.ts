import { useState } from 'react';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import type { HttpRefusal } from '../../../shared/protocol/http.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import type { Result } from '../../../shared/std/result.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';

export interface KeyChange {
  readonly isPending: boolean;
  /** Why the last attempt came to nothing, in words. */
  readonly trouble: string | null;
  /** Runs an attempt; null when it was refused or the hub is away, and `trouble` says why. */
  readonly attempt: <Value>(
    run: () => Promise<Result<Value, HttpRefusal>>,
  ) => Promise<{ value: Value } | null>;
  readonly say: (trouble: string | null) => void;
}

/** One attempt after another at something that needs the PIN and the hub. */
export function useKeyChange(): KeyChange {
  const { privateNotes: words } = useMessages();
  const language = useLanguage();
  const [isPending, setIsPending] = useState(false);
  const [trouble, say] = useState<string | null>(null);
  const attempt: KeyChange['attempt'] = async (run) => {
    setIsPending(true);
    try {
      const outcome = await run();
      if (outcome.ok) {
        say(null);
        return { value: outcome.value };
      }
      const { code, retryAfterMs } = outcome.reason;
      const sentence = sentenceOf(code, language);
      const wait = retryAfterMs === undefined ? '' : ` ${words.waitSeconds(Math.ceil(retryAfterMs / 1000))}`;
      say(sentence + wait);
    } catch (reason) {
      if (!(reason instanceof LinkDown)) throw reason;
      say(words.away);
    } finally {
      setIsPending(false);
    }
    return null;
  };
  return { isPending, trouble, attempt, say };
}
