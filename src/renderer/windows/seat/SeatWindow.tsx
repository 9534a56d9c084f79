import { CircleQuestionMark, FileText, KeyRound, List, LogOut, Search, Vote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useIdentity, useLinkStatus } from '../../data/room.ts';
import { documentsOf } from '../../data/select/documents.ts';
import { useRecords } from '../../data/records.ts';
import { nameplateOf } from '../../data/select/nameplate.ts';
import { isPresent } from '../../data/select/people.ts';
import { AgendaPanel } from '../../features/agenda/AgendaPanel.tsx';
import { OwnAbsence } from '../../features/attendance/OwnAbsence.tsx';
import { LockButton } from '../../features/guard/LockButton.tsx';
import { RecalledNotice } from '../../features/guard/RecalledNotice.tsx';
import { UncheckedRecallBanner } from '../../features/guard/UncheckedRecallBanner.tsx';
import { AnnouncementStrip } from '../../features/messages/AnnouncementStrip.tsx';
import { PackIndex } from '../../features/search/PackIndex.tsx';
import type { PackSearch } from '../../features/search/pack-search.ts';
import { SearchPanel } from '../../features/search/SearchPanel.tsx';
import { usePackSearch } from '../../features/search/use-pack-search.ts';
import { MyNotesPanel } from '../../features/private-notes/MyNotesPanel.tsx';
import { RegisterPanel } from '../../features/sign-in/RegisterPanel.tsx';
import { SeatSignIn } from '../../features/sign-in/SeatSignIn.tsx';
import { HubBanner } from '../../features/status/HubBanner.tsx';
import { KeepBanner } from '../../features/status/KeepBanner.tsx';
import { LinkChip, PackChip } from '../../features/status/StatusChips.tsx';
import { OutboxChip } from '../../features/status/OutboxChip.tsx';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { NavRail } from '../../ui/layout/NavRail.tsx';
import { SurfaceLayout } from '../../ui/layout/SurfaceLayout.tsx';
import { TopBar } from '../../ui/layout/TopBar.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Clock } from '../../ui/state/Clock.tsx';
import type { SeatPlace } from '../../view/create-reading-store.ts';
import { Settings } from '../frame/Settings.tsx';
import { useRoomTime } from '../frame/use-room-time.ts';
import { HelpPanel } from './HelpPanel.tsx';
import { LeavePanel } from '../../features/sign-in/LeavePanel.tsx';
import { SeatExport } from './SeatExport.tsx';
import { SeatDock } from './SeatDock.tsx';
import { SeatMoment } from './SeatMoment.tsx';
import { SeatNews } from './SeatNews.tsx';
import { SeatPapers } from './SeatPapers.tsx';
import { SeatSaying, sayingPlaces } from './SeatSaying.tsx';
import { SeatVote } from './SeatVote.tsx';
import styles from './SeatWindow.module.css';
import { useSeat, type SeatView } from './use-seat.ts';

/** The delegate's terminal: the page in the middle, the vote at the side, the truth on top. */
export function SeatWindow() {
  const seat = useSeat();
  const {
    floor,
    meeting: words,
    messaging,
    privateNotes,
    search: searchWords,
    seat: seatWords,
    votes: voteWords,
  } = useMessages();
  const search = usePackSearch();
  const end = useEnd(seat);
  const { isAsked, place } = seat;
  const recalledAt = seat.meeting?.recalledAt ?? null;
  const startLabels: Partial<Record<SeatPlace, string>> = {
    agenda: words.agenda,
    keys: privateNotes.title,
    floor: floor.title,
    opinion: messaging.opinionTitle,
    call: messaging.callTitle,
    search: searchWords.title,
  };
  return (
    <SurfaceLayout
      top={<SeatTop seat={seat} />}
      rail={<SeatRail seat={seat} />}
      {...(place === 'vote'
        ? {}
        : {
            start: <SeatStart seat={seat} search={search} />,
            startLabel: startLabels[place] ?? words.documents,
          })}
      {...(end === null
        ? {}
        : {
            end,
            endLabel: seat.me === null ? seatWords.places : voteWords.title,
            endWidth: seat.isAsked && seat.matter?.form.type === 'election' ? 'widest' : 'wide',
          })}
      keep={
        !sayingPlaces.has(place) && (isAsked || place === 'vote' || (seat.me === null && seat.page === null))
          ? 'end'
          : 'start'
      }
      isMiddleSpare={seat.page === null}
      bottom={<SeatDock seat={seat} />}
    >
      <PackIndex search={search} items={seat.items} />
      <div className={styles.column}>
        <KeepBanner />
        <HubBanner />
        {seat.meeting !== null && <UncheckedRecallBanner meeting={seat.meeting} />}
        <SeatNews seat={seat} />
        {seat.meeting !== null && <AnnouncementStrip meetingId={seat.meeting.id} />}
        <div className={styles.rest}>
          {recalledAt === null ? <SeatMoment seat={seat} /> : <RecalledNotice at={recalledAt} />}
        </div>
      </div>
    </SurfaceLayout>
  );
}

function SeatTop({ seat }: { readonly seat: SeatView }) {
  const { general, meeting: words, attendance } = useMessages();
  const nowMs = useRoomTime();
  const { meeting, item, delegate } = seat;
  const onBreak = meeting !== null && meeting.breakSince !== null;
  const subtitle =
    item === null
      ? delegate === null
        ? undefined
        : nameplateOf(delegate, attendance)
      : words.itemTitle(item.order, item.title);
  return (
    <TopBar
      title={meeting?.title ?? general.room}
      {...(subtitle === undefined ? {} : { subtitle })}
      chips={
        <>
          {onBreak && <Chip tone="info" label={words.inBreak} />}
          <OutboxChip />
          <span role="status">
            <LinkChip nowMs={nowMs} />
          </span>
          <span role="status">
            <PackChip nowMs={nowMs} />
          </span>
        </>
      }
      clock={<Clock timeMs={nowMs} />}
      end={
        <>
          <LockButton />
          <Settings />
        </>
      }
    />
  );
}

function SeatRail({ seat }: { readonly seat: SeatView }) {
  const { general, meeting: words, privateNotes, search, seat: seatWords, votes: voteWords } = useMessages();
  const leave = { id: 'leave' as const, label: general.action.signOut, icon: LogOut };
  const keys = { id: 'keys' as const, label: privateNotes.short, icon: KeyRound };
  const help = { id: 'help' as const, label: general.action.help, icon: CircleQuestionMark };
  return (
    <NavRail<SeatPlace>
      label={seatWords.places}
      selectedId={seat.place}
      onSelect={(place) => seat.reading.goTo(place, seat.running?.id ?? null)}
      items={[
        { id: 'agenda', label: words.agenda, icon: List },
        { id: 'documents', label: words.documents, icon: FileText },
        { id: 'search', label: search.short, icon: Search },
        {
          id: 'vote',
          label: voteWords.title,
          icon: Vote,
          ...(seat.isAsked ? { badge: seatWords.voteBadge } : {}),
        },
      ]}
      footer={seat.me === null ? [help] : [keys, help, leave]}
    />
  );
}

interface SeatStartProps {
  readonly seat: SeatView;
  readonly search: PackSearch;
}

function SeatStart({ seat, search }: SeatStartProps) {
  const { reading, items, item, votes } = seat;
  const nowMs = useRoomTime();
  const documents = useRecords('document');
  const listed = items.find(({ id }) => id === reading.itemId) ?? item ?? items[0] ?? null;
  const { place } = seat;
  const during = seat.running?.id ?? null;
  if (place === 'help') return <HelpPanel />;
  if (sayingPlaces.has(place)) return <SeatSaying seat={seat} />;
  if (place === 'keys' && seat.me !== null && seat.meeting !== null) {
    return <MyNotesPanel meetingId={seat.meeting.id} name={seat.delegate?.person?.fullName ?? ''} />;
  }
  if (place === 'leave' && seat.me !== null) {
    const isHere = seat.delegate !== null && isPresent(seat.delegate) && seat.meeting?.state === 'open';
    const mayStayAway = seat.meeting?.state === 'released' || (seat.meeting?.state === 'open' && !isHere);
    return (
      <>
        <LeavePanel leavesEarly={isHere ? seat.me : null} onDone={() => reading.goTo('documents', during)} />
        {mayStayAway && seat.delegate !== null && <OwnAbsence delegate={seat.delegate} />}
      </>
    );
  }
  if (place === 'search') {
    return (
      <SearchPanel
        search={search}
        items={items}
        onOpen={(versionId, page, words) => reading.openFound({ versionId, page, words })}
      />
    );
  }
  if (place === 'agenda' || listed === null) {
    return (
      <AgendaPanel
        items={items}
        votes={votes}
        nowMs={nowMs}
        selectedId={reading.itemId}
        onSelect={({ id }) => reading.listPapersOf(id, during)}
      />
    );
  }
  const open = (versionId: DocumentVersionId): void => {
    const isFirst = documentsOf(documents, item?.id ?? null)[0]?.currentVersionId === versionId;
    const place = { versionId, page: seat.lastPage(versionId) };
    if (isFirst && reading.isFollowing && seat.shown === null) reading.turnUnled(place);
    else reading.openAlone(place);
  };
  return (
    <>
      <SeatPapers seat={seat} item={listed} onOpen={open} />
      <SeatExport seat={seat} />
    </>
  );
}

/** What stands beside the page: registration, sign-in, or the vote; null when there is nothing to say. */
function useEnd(seat: SeatView): ReactNode {
  const identity = useIdentity();
  const { code } = useLinkStatus();
  if (code === 'access/unknown-device') return <RegisterPanel />;
  if (seat.me === null) {
    return identity.seat === null || seat.meeting === null ? null : (
      <SeatSignIn seat={identity.seat} delegates={seat.delegates} meetingId={seat.meeting.id} />
    );
  }
  if (seat.matter === null && seat.place !== 'vote') return null;
  return <SeatVote seat={seat} me={seat.me} />;
}
