import type { ParticipantId } from '../../../shared/records/ids.ts';
import { ListRow } from '../../ui/room/ListRow.tsx';
import type { SignInChoice } from './use-sign-in-choices.ts';
import styles from './SignIn.module.css';

interface PeopleListProps {
  readonly people: readonly SignInChoice[];
  readonly onChoose: (id: ParticipantId, name: string) => void;
}

/** The people who may sign in, to be chosen from. */
export function PeopleList({ people, onChoose }: PeopleListProps) {
  return (
    <ul className={styles.people}>
      {people.map((each) => (
        <ListRow
          key={each.participantId}
          title={each.fullName}
          detail={each.office}
          {...(each.seat === null ? {} : { lead: each.seat })}
          onPress={() => onChoose(each.participantId, each.fullName)}
        />
      ))}
    </ul>
  );
}
