import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { Opinion } from '../../../shared/records/opinion.ts';
import type { RecordEvent, RecordLine, RecordedPerson } from '../../../shared/records/record-line.ts';
import type { Tally } from '../../../shared/records/tally.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { optionsOf } from '../../../shared/domain/vote-kinds.ts';
import { unreachable } from '../../../shared/std/must.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.vi.ts';
import { minutesAndSeconds } from '../../view/time-words.ts';

/** What lines refer to, by id. */
export interface LineFacts {
  readonly items: ReadonlyMap<string, AgendaItem>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly votes: ReadonlyMap<string, Vote>;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly opinions: ReadonlyMap<string, Opinion>;
}

interface Language {
  readonly words: Messages['runningRecord'];
  readonly format: Pick<Format, 'time'>;
}

/** A line of the running record in words: the secretary's own, or what happened, said in the language of the screen. */
export function lineWords(line: RecordLine, facts: LineFacts, language: Language): string {
  return line.event === null ? (line.text ?? '') : eventWords(line, line.event, facts, language);
}

// One line of words for each kind of event: a table, which the exhaustive switch keeps whole.
// oxlint-disable-next-line max-lines-per-function
function eventWords(
  line: RecordLine,
  event: RecordEvent,
  facts: LineFacts,
  { words, format }: Language,
): string {
  const { events } = words;
  const who = (person: RecordedPerson): string => words.who(person.name, person.standsInFor);
  const title = (voteId: string): string => facts.votes.get(voteId)?.title ?? '';
  switch (event.type) {
    case 'meeting-opened':
      return openingWords(event, words);
    case 'meeting-closed':
      return events.closed;
    case 'item-started': {
      const item = line.itemId === null ? undefined : facts.items.get(line.itemId);
      return events.itemStarted(item?.order ?? 0, item?.title ?? '');
    }
    case 'item-paused':
      return events.paused;
    case 'item-resumed':
      return events.resumed;
    case 'arrived-late':
      return events.late(who(event.who), format.time(line.at));
    case 'returned':
      return events.returned(who(event.who));
    case 'left':
      return events.left(who(event.who));
    case 'absent':
      return event.reason === ''
        ? events.absent(who(event.who))
        : events.absentFor(who(event.who), event.reason);
    case 'absence-decided':
      return (event.consent ? events.absenceConsented : events.absenceDeclined)(who(event.who));
    case 'substituted':
      return events.substituted(who(event.who));
    case 'seat-moved':
      return events.moved(who(event.who), event.from ?? '–', event.to ?? '–');
    case 'speech-given':
      return { speak: events.speech, urgent: events.urgentSpeech, reply: events.reply }[event.kind](
        who(event.who),
      );
    case 'speech-ended':
      return events.spoken(who(event.who), minutesAndSeconds(event.spokenMs));
    case 'opinion-taken':
      return events.opinion(who(event.who), facts.opinions.get(event.opinionId)?.text ?? '…');
    case 'text-replaced':
      return events.replaced(facts.documents.get(event.documentId)?.title ?? '', event.reason);
    case 'vote-opened':
      return events.voteOpened(title(event.voteId), event.electorate);
    case 'vote-locked':
      return events.voteLocked(title(event.voteId), event.received, event.electorate);
    case 'vote-announced':
      return resultWords(title(event.voteId), facts.tallies.get(event.voteId) ?? null, words);
    case 'late-ballot':
      return (event.accepted ? events.lateAccepted : events.lateDeclined)(who(event.who));
    case 'count-entered': {
      const said = events.countEntered(title(event.voteId), who(event.who));
      if (event.papers === null) return `${said}.`;
      const { issued, returned, valid, invalid } = event.papers;
      return `${said}: ${events.papers(issued, returned, valid, invalid)}.`;
    }
    case 'count-confirmed':
      return (event.agrees ? events.countConfirmed : events.countDisputed)(
        title(event.voteId),
        who(event.who),
      );
    case 'paper-issued':
      return events.paperIssued(title(event.voteId), who(event.who));
    case 'call-made':
      return events.called(event.seat, words.callKinds[event.kind]);
    case 'call-answered':
      return events.callAnswered(event.seat, words.callKinds[event.kind]);
    case 'copies-handed':
      return events.handed(event.handed, event.copies);
    case 'copies-collected':
      return events.collected(event.collected, event.handed);
    default:
      return unreachable(event);
  }
}

function openingWords(
  event: RecordEvent & { type: 'meeting-opened' },
  { events, who }: Messages['runningRecord'],
): string {
  const { membersPresent, inOffice, invitedPresent, invited, missing, substitutes } = event;
  const absent = missing
    .map(({ who: one, reason }) => who(one.name, null) + (reason === '' ? '' : ` (${reason})`))
    .join(', ');
  const standIns = substitutes.map((one) => who(one.name, one.standsInFor)).join(', ');
  return [
    events.opened(membersPresent, inOffice, invitedPresent, invited),
    ...(absent === '' ? [] : [events.missing(absent)]),
    ...(standIns === '' ? [] : [events.substitutes(standIns)]),
  ].join(' ');
}

function resultWords(title: string, tally: Tally | null, { events }: Messages['runningRecord']): string {
  const parts: string[] = [];
  if (tally !== null) {
    const { approve, reject, abstain, base, needed, verdict, form, elected } = tally;
    if (form.type === 'approval') parts.push(events.figures(approve, reject, abstain));
    if (form.type === 'approval' && verdict !== 'none') parts.push(events.verdict(approve, base, needed));
    if (elected.length > 0) parts.push(winners(tally, events));
    else if (verdict !== 'none') parts.push(verdict === 'passed' ? events.passed : events.notPassed);
  }
  return parts.length === 0
    ? `${events.voteAnnounced(title)}.`
    : `${events.voteAnnounced(title)}: ${parts.join('; ')}.`;
}

/** Who is elected, or which options are chosen, each with its votes. */
function winners({ form, elected, options }: Tally, events: Messages['runningRecord']['events']): string {
  const names = elected.map((at) => `${optionsOf(form)[at] ?? ''} (${options[at] ?? 0})`).join(', ');
  return form.type === 'election' ? events.elected(names) : events.chosen(names);
}
