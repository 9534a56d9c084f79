import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { DocumentVersionId, ParticipantId } from '../../../shared/records/ids.ts';
import type { PageZone } from '../../../shared/records/page-zone.ts';
import type { Presentation } from '../../../shared/records/presentation.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { useIdentity } from '../../data/room.ts';
import { documentsOf } from '../../data/select/documents.ts';
import { shownNow } from '../../data/select/meetings.ts';
import { delegateOf, type Delegate } from '../../data/select/people.ts';
import { readVersion } from '../../data/select/versions.ts';
import { isTakingBallots, mayVoteIn } from '../../data/select/votes.ts';
import {
  createReadingStore,
  type PagePlace,
  type Reading,
  type SeatPlace,
} from '../../view/create-reading-store.ts';
import { createVersionStore, type VersionChoices } from '../../view/create-version-store.ts';
import { keepReading, readKept, useReadingMemory } from '../../view/kept-reading.ts';
import { useLastPlaces } from '../../view/last-places.ts';
import { pageOnScreen } from '../../view/page-on-screen.ts';
import { useMeeting, type MeetingView } from '../frame/use-meeting.ts';

/** Everything that a seat draws from: the meeting, its person, and what is read. */
export interface SeatView extends MeetingView {
  readonly me: ParticipantId | null;
  readonly delegate: Delegate | null;
  readonly reading: Reading;
  /** What this person has decided about replaced texts. */
  readonly choices: VersionChoices;
  /** The place that the rail shows: a vote that runs for this delegate is in front, unless another place was chosen. */
  readonly place: SeatPlace;
  /** A vote takes ballots and this delegate is in its electorate. */
  readonly isAsked: boolean;
  readonly shown: Presentation | null;
  /** The page in the middle. */
  readonly page: PagePlace | null;
  /** That page is the one that is led, and this seat goes with it. */
  readonly isLed: boolean;
  /** The region of it that the leader sees; null where this seat does not follow. */
  readonly zone: PageZone | null;
  /** The page at which a text was left on this terminal. */
  readonly lastPage: (versionId: DocumentVersionId) => number;
  readonly version: DocumentVersion | null;
  readonly documentTitle: string;
  /** This person may lead the pages of the current item. */
  readonly isPresenter: boolean;
  readonly isPresenting: boolean;
}

/** Joins the records of the room with what this window looks at. */
export function useSeat(): SeatView {
  const [versionStore] = useState(createVersionStore);
  const choices = useStore(versionStore);
  const room = useMeeting();
  const me = useIdentity().participantId;
  const memory = useReadingMemory();
  const [store] = useState(() => createReadingStore(readKept(memory, me)));
  const reading = useStore(store);
  useEffect(() => store.subscribe((now) => keepReading(memory, me, now)), [store, memory, me]);
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  const shown = shownNow(useRecords('presentation'), room.meeting?.id ?? null);
  const { running, item } = room;
  const isAsked = running !== null && isTakingBallots(running) && mayVoteIn(running, me);
  // From the opening to the announcement: what has become of a late ballot stands there too.
  const isVoter = running !== null && mayVoteIn(running, me);
  const places = useLastPlaces();
  const lastPage = (versionId: DocumentVersionId): number => places.placeOf(versionId)?.page ?? 1;
  const first = documentsOf(documents, item?.id ?? null)[0];
  const isOpened = (id: DocumentVersionId): boolean => reading.seen.has(id) || choices.opened.has(id);
  const page = pageOnScreen(reading, {
    shown: shown === null ? null : { versionId: shown.versionId, page: shown.page },
    votedText: isAsked ? running.versionId : null,
    firstPaper: first === undefined ? null : readVersion(first, versions, isOpened),
    lastPage,
  });
  const isLed = reading.isFollowing && shown !== null && page?.versionId === shown.versionId;
  const version = page === null ? null : (versions.get(page.versionId) ?? null);
  return {
    ...room,
    me,
    delegate: delegateOf(room.delegates, me),
    reading,
    choices,
    place: isVoter && reading.chosenIn !== running?.id ? 'vote' : reading.place,
    isAsked,
    shown,
    page,
    isLed,
    zone: isLed ? shown.zone : null,
    lastPage,
    version,
    documentTitle: documents.find(({ id }) => id === version?.documentId)?.title ?? '',
    isPresenter: me !== null && (item?.presenterIds.includes(me) ?? false),
    isPresenting: shown !== null && me !== null && shown.presenterId === me,
  };
}
