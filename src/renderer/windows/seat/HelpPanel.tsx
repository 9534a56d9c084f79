import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import styles from './HelpPanel.module.css';

/** A few sentences that a delegate may need, without leaving the page. */
export function HelpPanel() {
  const { seat } = useMessages();
  return (
    <Panel title={seat.helpTitle}>
      {seat.help.map((sentence) => (
        <li key={sentence} className={styles.sentence}>
          {sentence}
        </li>
      ))}
    </Panel>
  );
}
