import { useState } from 'react';
import { updatesOverview, type KeptRelease } from '../../../shared/protocol/updates.ts';
import { useAdminValue } from '../../data/admin/use-admin-value.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { Skeleton } from '../../ui/state/Skeleton.tsx';
import { ImportRelease } from './ImportRelease.tsx';
import { ReleasesPanel } from './ReleasesPanel.tsx';
import { RollOutForm } from './RollOutForm.tsx';
import { RollOutState } from './RollOutState.tsx';
import { TerminalVersions } from './TerminalVersions.tsx';
import styles from './Updates.module.css';

/** Terminals report once a minute; whoever watches a roll-out wants to see it sooner than that. */
const everyMs = 5_000;

const nobody: ReadonlySet<string> = new Set();

/** *Cập nhật*: releases that the hub keeps, who gets them, and which terminal runs what. */
export function UpdatesPanel() {
  const { admin, updates: words } = useMessages();
  const [turn, setTurn] = useState(0);
  const [asked, setAsked] = useState<KeptRelease | null>(null);
  const [chosen, setChosen] = useState(nobody);
  const { value: overview, isAway } = useAdminValue('/v1/admin/updates', updatesOverview, everyMs, turn);
  if (overview === null) {
    return isAway ? <Banner tone="waiting" title={admin.away} /> : <Skeleton label={admin.loading} />;
  }
  const onDone = (): void => {
    setAsked(null);
    setChosen(nobody);
    setTurn((before) => before + 1);
  };
  return (
    <div className={styles.desk}>
      {isAway && <Banner tone="waiting" title={admin.away} />}
      {overview.isMeetingOpen && (
        <Banner tone="info" title={words.meetingOpen} detail={words.meetingOpenDetail} />
      )}
      <RollOutState overview={overview} onDone={onDone} />
      {asked !== null && (
        <RollOutForm
          release={asked}
          terminals={overview.terminals}
          chosen={chosen}
          onDone={onDone}
          onCancel={() => setAsked(null)}
        />
      )}
      <TerminalVersions
        terminals={overview.terminals}
        chosen={asked === null ? null : chosen}
        onChoose={setChosen}
      />
      <ReleasesPanel overview={overview} onRollOut={setAsked} />
      <ImportRelease onDone={onDone} />
    </div>
  );
}
