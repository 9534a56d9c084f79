import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Substitution } from '../../../shared/records/substitution.ts';
import type { Delegate } from '../../data/select/people.ts';

/** Something that waits for the chairperson's consent. */
export interface OpenRequest {
  readonly kind: 'absence' | 'substitution';
  readonly participantId: ParticipantId;
  readonly seat: string;
  /** Of whom it is about. */
  readonly name: string;
  /** Who would come; empty for an absence. */
  readonly substitute: string;
  readonly detail: string;
}

/** The requests of a meeting that nobody has decided, in seat order. */
export function openRequests(
  delegates: readonly Delegate[],
  substitutions: readonly Substitution[],
): readonly OpenRequest[] {
  const requests = delegates.flatMap(({ participant, person, attendance }): OpenRequest[] => {
    const { id, seat } = participant;
    const about = { participantId: id, seat: seat ?? '', name: person?.fullName ?? '' };
    const asked = substitutions.find((one) => one.participantId === id && one.state === 'asked');
    const absence =
      attendance?.excuse === 'asked'
        ? [{ ...about, kind: 'absence' as const, substitute: '', detail: attendance.reason }]
        : [];
    const substitution =
      asked === undefined
        ? []
        : [
            {
              ...about,
              kind: 'substitution' as const,
              substitute: asked.person.fullName,
              detail: [asked.person.office, asked.reason].filter((part) => part !== '').join(' · '),
            },
          ];
    return [...absence, ...substitution];
  });
  return requests.toSorted((a, b) => (a.seat < b.seat ? -1 : 1));
}
