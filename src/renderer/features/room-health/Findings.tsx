import type { HealthFinding } from '../../../shared/protocol/admin/health.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import styles from './RoomHealth.module.css';

/** What is wrong, in words, each with what to do about it. Nothing where all is well. */
export function Findings({ findings }: { readonly findings: readonly HealthFinding[] }) {
  const language = useLanguage();
  const wrong = findings.filter(({ level }) => level !== 'ok');
  if (wrong.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {wrong.map(({ check, level, title, says, advice }) => (
        <li key={check}>
          <span className={styles.told} data-level={level}>
            {title[language]}: {says[language]}
          </span>
          {advice !== null && <span className={styles.advice}>{advice[language]}</span>}
        </li>
      ))}
    </ul>
  );
}
