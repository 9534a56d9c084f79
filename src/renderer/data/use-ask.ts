import { useEffect, useState } from 'react';
import type { CommandPayload, CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import type { CommandId } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { useDismiss, useOutbox, useSubmit } from './commands.ts';

export interface Asking {
  /** A step waits for the room's answer. */
  readonly isPending: boolean;
  /** The step that was refused, and why; null when none was, or when the room is already where it would lead. */
  readonly refusal: { readonly command: CommandType; readonly code: RefusalCode } | null;
  readonly ask: <Type extends CommandType>(type: Type, payload: CommandPayload<Type>) => void;
  readonly dismiss: () => void;
}

/** Answers that say that the step has been made already, by another console for one: no error to the person. */
const alreadyDone: ReadonlySet<RefusalCode> = new Set([
  'vote/wrong-state',
  'meeting/wrong-state',
  'item/paused',
  'item/not-paused',
]);

/** The steps of a console or a seat, one at a time, each with the room's answer. */
export function useAsk(): Asking {
  const submit = useSubmit();
  const forget = useDismiss();
  const entries = useOutbox();
  const [askedId, setAskedId] = useState<CommandId | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const asked = entries.find((entry) => entry.id === askedId);
  const answer = asked?.answer ?? null;
  const doneId = answer?.status === 'refused' && alreadyDone.has(answer.code) ? askedId : null;
  useEffect(() => {
    if (doneId !== null) forget(doneId).catch((reason: unknown) => console.error('step:', reason));
  }, [doneId, forget]);
  const dismiss = (): void => {
    if (asked?.answer) void forget(asked.id);
    setAskedId(null);
  };
  return {
    isPending: isSaving || (asked !== undefined && answer === null),
    refusal:
      asked !== undefined && answer?.status === 'refused' && !alreadyDone.has(answer.code)
        ? { command: asked.command, code: answer.code }
        : null,
    ask(type, payload) {
      dismiss();
      setIsSaving(true);
      submit(type, payload)
        .then((entry) => setAskedId(entry.id))
        .catch((reason: unknown) => console.error('step:', reason))
        .finally(() => setIsSaving(false));
    },
    dismiss,
  };
}
