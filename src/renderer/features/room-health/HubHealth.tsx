import type { RoomHealth } from '../../../shared/protocol/admin/health.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Findings } from './Findings.tsx';
import { toneOf } from './level-tone.ts';
import styles from './RoomHealth.module.css';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The machine that the hub runs on: in one line, and what is wrong with it. */
export function HubHealth({ hub }: { readonly hub: RoomHealth['hub'] }) {
  const { roomHealth: words } = useMessages();
  const language = useLanguage();
  const uptime = useUptime(hub.uptimeMs);
  const inOrder = hub.findings
    .filter(({ check, level }) => level === 'ok' && (check === 'disk-space' || check === 'memory'))
    .map(({ title, says }) => `${title[language]}: ${says[language]}`);
  return (
    <section className={styles.hub} aria-label={words.hub.title}>
      <Chip size="small" tone={toneOf[hub.level]} label={words.levels[hub.level]} />
      <strong>{words.hub.title}</strong>
      <span className={styles.soft}>{[words.hub.facts(hub.version, uptime), ...inOrder].join(' · ')}</span>
      <Findings findings={hub.findings} />
    </section>
  );
}

function useUptime(ms: number): string {
  const { uptime: words } = useMessages().roomHealth;
  if (ms < hourMs) return words.minutes(Math.floor(ms / minuteMs));
  return ms < 2 * dayMs ? words.hours(Math.floor(ms / hourMs)) : words.days(Math.floor(ms / dayMs));
}
