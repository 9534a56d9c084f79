import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './Count.module.css';
import { Refused } from './Refused.tsx';

/** After the announcement the chairperson may show who answered what on the screen, by seat, and take it off again. */
export function NamesToggle({ vote }: { readonly vote: Vote }) {
  const { counting: words } = useMessages();
  const asking = useAsk();
  const roll = useRecord('vote-roll', vote.id);
  if (vote.state !== 'announced' || roll === null) return null;
  const show = (): void => asking.ask('vote/show-names', { voteId: vote.id, shown: !vote.namesShown });
  return (
    <div className={styles.buttons}>
      <Refused asking={asking} />
      <Button
        label={vote.namesShown ? words.hideNames : words.showNames}
        isPending={asking.isPending}
        onPress={show}
      />
    </div>
  );
}
