import { z } from 'zod';
import { personId, type PersonId } from './ids.ts';

/** The four surfaces of the product, plus the hub's own start-up. */
export const surface = z.enum(['seat', 'chair', 'clerk', 'screen']);
export type Surface = z.infer<typeof surface>;

/**
 * Who may see a record.
 * - `public`: everybody, the room screen included
 * - `room`: seats and consoles of the room, signed in or not, but not the screen
 * - `consoles`: the chairperson and the secretary, signed in at their consoles
 * - `author`: one person, wherever he or she is signed in, and the consoles
 * - `person`: one person, wherever he or she is signed in, and nobody else
 */
export type Audience =
  | { readonly to: 'public' }
  | { readonly to: 'room' }
  | { readonly to: 'consoles' }
  | { readonly to: 'author'; readonly personId: PersonId }
  | { readonly to: 'person'; readonly personId: PersonId };

/** Who is looking: a device's surface, the person signed in at it, and whether that person may run a console. */
export const viewer = z.strictObject({
  surface,
  personId: personId.nullable(),
  /** True for a chairperson or secretary signed in at the matching console. */
  atConsole: z.boolean(),
});
export type Viewer = z.infer<typeof viewer>;

/** Decides whether `viewer` may see what is meant for `audience`. */
export function mayView(viewer: Viewer, audience: Audience): boolean {
  switch (audience.to) {
    case 'public':
      return true;
    case 'room':
      return viewer.surface === 'seat' || viewer.atConsole;
    case 'consoles':
      return viewer.atConsole;
    case 'author':
      return viewer.atConsole || viewer.personId === audience.personId;
    case 'person':
      return viewer.personId === audience.personId;
  }
}

/** The person for whom an audience makes a difference among viewers of one surface; null for one that knows no person. */
export function ownerOf(audience: Audience): PersonId | null {
  return audience.to === 'author' || audience.to === 'person' ? audience.personId : null;
}
