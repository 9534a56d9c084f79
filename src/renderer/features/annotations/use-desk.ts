import { useEffect, useMemo } from 'react';
import { meetingId as meetingIdSchema, type MeetingId } from '../../../shared/records/ids.ts';
import { usePersonalLayer, type PersonalLayer } from '../../data/personal-layer.ts';
import { useIdentity } from '../../data/room.ts';
import { createDesk, type Desk } from './create-desk.ts';

/** A name for the time while there is no meeting, under which nothing is kept. */
const noMeeting = meetingIdSchema.parse('no-meeting');

/** The desk of whoever is signed in, with his or her notes of the meeting on it; another person finds a clean one. */
export function useDesk(meetingId: MeetingId | null): {
  readonly desk: Desk;
  readonly personal: PersonalLayer;
} {
  const personal = usePersonalLayer(meetingId ?? noMeeting);
  const me = useIdentity().participantId;
  const { append, operations } = personal;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- a person is a reason for a new desk though nothing in it names one
  const desk = useMemo(() => createDesk(append), [append, me]);
  useEffect(() => desk.notebook.take(operations), [desk, operations]);
  return { desk, personal };
}
