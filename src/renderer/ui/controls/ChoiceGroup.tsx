import { ChoiceButton } from './ChoiceButton.tsx';
import styles from './ChoiceGroup.module.css';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface ChoiceGroupProps<Id extends string> {
  /** The question, for screen readers. */
  readonly label: string;
  /** In the order that the rule fixes. */
  readonly choices: ReadonlyArray<Choice<Id>>;
  readonly selectedIds: readonly Id[];
  readonly onChoose: (id: Id) => void;
  readonly isDisabled?: boolean;
}

/** The answers of a vote: the same size, the same colour, the order of the rule. */
export function ChoiceGroup<Id extends string>(props: ChoiceGroupProps<Id>) {
  return (
    <div
      className={styles.group}
      role="group"
      aria-label={props.label}
      data-many={props.choices.length > 4 || undefined}
    >
      {props.choices.map((choice) => (
        <ChoiceButton
          key={choice.id}
          label={choice.label}
          isSelected={props.selectedIds.includes(choice.id)}
          isDisabled={props.isDisabled ?? false}
          onPress={() => props.onChoose(choice.id)}
        />
      ))}
    </div>
  );
}
