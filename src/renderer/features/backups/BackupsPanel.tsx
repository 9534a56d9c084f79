import { useState } from 'react';
import { backupsOverview, type BackupsOverview } from '../../../shared/protocol/admin/backups.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useAdminValue } from '../../data/admin/use-admin-value.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { Progress } from '../../ui/state/Progress.tsx';
import { Skeleton } from '../../ui/state/Skeleton.tsx';
import { BackupSteps } from './BackupSteps.tsx';
import styles from './Backups.module.css';
import { RecoveryKeyStep } from './RecoveryKeyStep.tsx';

/** A backup that runs is looked at this often, in milliseconds. */
const everyMs = 1_000;

/** *Sao lưu*: how the backups of the room stand, and making and checking one by hand. */
export function BackupsPanel() {
  const { admin, backups: words } = useMessages();
  const [turn, setTurn] = useState(0);
  const { value, isAway } = useAdminValue('/v1/admin/backups', backupsOverview, everyMs, turn);
  const onDone = (): void => setTurn((before) => before + 1);
  if (value === null)
    return isAway ? <Banner tone="waiting" title={admin.away} /> : <Skeleton label={admin.loading} />;
  return (
    <div className={styles.desk}>
      {isAway && <Banner tone="waiting" title={admin.away} />}
      <RecoveryKeyStep hasKey={value.hasRecoveryKey} onDone={onDone} />
      <Trouble overview={value} />
      <section className={styles.panel} aria-label={words.title}>
        <LastBackup overview={value} />
        <Running running={value.running} />
        <Checked check={value.check} />
        {value.hasRecoveryKey && <BackupSteps overview={value} onDone={onDone} />}
      </section>
      <p className={styles.detail}>{words.restore}</p>
    </div>
  );
}

function Trouble({ overview: { problem } }: { readonly overview: BackupsOverview }) {
  const { backups: words } = useMessages();
  const language = useLanguage();
  const format = useFormat();
  if (problem === null) return null;
  const when = `${format.time(problem.at)} ${format.date(problem.at)}`;
  return <Banner tone="refused" title={words.problem(when)} detail={sentenceOf(problem.code, language)} />;
}

function LastBackup({ overview }: { readonly overview: BackupsOverview }) {
  const { backups: words } = useMessages();
  const format = useFormat();
  const { last, folder, times, keep, nextAt } = overview;
  const at = (moment: number): string => `${format.time(moment)} ${format.date(moment)}`;
  return (
    <>
      <h2 className={styles.title}>{last === null ? words.none : words.last(at(last.madeAt))}</h2>
      {last === null ? (
        <p className={styles.detail}>{words.noneDetail}</p>
      ) : (
        <p className={styles.detail}>
          {words.lastDetail(last.documents, format.bytes(last.bytes), format.bytes(last.newBytes))}{' '}
          {words.where(last.folder)}
        </p>
      )}
      {last !== null && last.lacking > 0 && <Banner tone="refused" title={words.lacking(last.lacking)} />}
      <p className={styles.detail}>
        {folder === null ? words.noFolder : words.settings(folder, times.join(', '), keep)}
      </p>
      {folder !== null && (
        <p className={styles.detail}>{nextAt === null ? words.byHand : words.next(at(nextAt))}</p>
      )}
    </>
  );
}

function Running({ running }: { readonly running: BackupsOverview['running'] }) {
  const { backups: words } = useMessages();
  const format = useFormat();
  if (running === null) return null;
  const { work, doneBytes, totalBytes } = running;
  return (
    <Progress
      label={work === 'make' ? words.making : words.checking}
      valueText={words.progress(format.bytes(doneBytes), format.bytes(totalBytes))}
      {...(totalBytes === 0 ? {} : { share: doneBytes / totalBytes })}
    />
  );
}

function Checked({ check }: { readonly check: BackupsOverview['check'] }) {
  const { backups: words } = useMessages();
  const language = useLanguage();
  if (check === null) return null;
  const { problem, name, files } = check;
  if (problem === null) return <Banner tone="good" title={words.whole(name)} />;
  const named = files.length === 0 ? '' : ` ${words.files(files.join(', '))}`;
  return (
    <Banner tone="refused" title={words.damaged(name)} detail={`${sentenceOf(problem, language)}${named}`} />
  );
}
