import type { KeptRelease, UpdatesOverview } from '../../../shared/protocol/updates.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './Updates.module.css';

interface ReleasesPanelProps {
  readonly overview: UpdatesOverview;
  readonly onRollOut: (release: KeptRelease) => void;
}

/** The releases that the hub keeps, the newest first, each with its notes. */
export function ReleasesPanel({ overview: { releases }, onRollOut }: ReleasesPanelProps) {
  const { releases: words } = useMessages().updates;
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      {releases.length === 0 && <p className={styles.detail}>{words.none}</p>}
      <ul className={styles.releases}>
        {releases.map((release) => (
          <ReleaseRow key={release.version} release={release} onRollOut={onRollOut} />
        ))}
      </ul>
    </section>
  );
}

interface ReleaseRowProps {
  readonly release: KeptRelease;
  readonly onRollOut: (release: KeptRelease) => void;
}

function ReleaseRow({ release, onRollOut }: ReleaseRowProps) {
  const { releases: words, kinds } = useMessages().updates;
  const format = useFormat();
  const madeAt = Date.parse(release.releasedAt);
  const facts = [
    Number.isNaN(madeAt) ? null : `${words.made} ${format.date(madeAt)}`,
    `${words.size} ${Math.ceil(release.bytes / 1e6)} MB`,
    `${words.kinds} ${release.installations.map((kind) => kinds[kind]).join(', ')}`,
  ];
  return (
    <li className={styles.release}>
      <div>
        <h3>
          {words.version} {release.version}
        </h3>
        <p className={styles.detail}>{facts.filter((fact) => fact !== null).join(' · ')}</p>
        <p className={styles.notes}>{release.notes === '' ? words.noNotes : release.notes}</p>
      </div>
      <Button label={words.rollOut} onPress={() => onRollOut(release)} />
    </li>
  );
}
