import { canonical, list, member, Refusal, text, whole, type Json } from './canonical.ts';
import { texts, type Entry } from './read-export.ts';

/** The result of a vote as the ballots give it. */
export interface Result {
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  readonly other: number;
  readonly options: readonly number[];
  readonly elected: readonly number[];
  readonly notVoted: number;
  readonly present: number;
  readonly inOffice: number;
  readonly base: number;
  readonly needed: number;
  readonly verdict: 'passed' | 'not-passed' | 'none';
}

/** A vote that was announced. */
export interface Announced {
  readonly voteId: string;
  readonly title: string;
  readonly seq: number;
  readonly result: Result;
}

/** A vote as somebody with a pencil has it before him: which line stands above which. */
interface Sheet {
  plan: Json;
  inOffice: number;
  summoned: number;
  electorate: readonly string[];
  readonly ballots: Map<string, Json>;
  readonly late: Map<string, Json>;
  paperVoters: readonly string[];
  entered: { readonly figures: Json; readonly by: string } | null;
  confirmed: Json | null;
  isLocked: boolean;
}

/**
 * Counts every announced vote of a log. Throws a {@link Refusal} where a ballot counts that must not, or where a result was
 * announced that the ballots do not give.
 */
export function recount(entries: readonly Entry[]): readonly Announced[] {
  const bodies = new Map<string, Json>();
  const meetingOf = new Map<string, string>();
  const sheets = new Map<string, Sheet>();
  const announced: Announced[] = [];
  for (const entry of entries) {
    const { type, payload, seq } = entry;
    if (type === 'meeting/created') {
      const meeting = member(payload, 'meeting');
      bodies.set(text(meeting, 'id'), member(meeting, 'body') ?? null);
      for (const item of list(payload, 'items')) meetingOf.set(text(item, 'id'), text(meeting, 'id'));
    } else if (type === 'body/changed') {
      bodies.set(text(payload, 'meetingId'), member(payload, 'body') ?? null);
    } else if (type === 'vote/prepared' || type === 'vote/changed') {
      sheets.set(text(payload, 'voteId'), newSheet(payload));
    } else if (/^(vote|ballot|count)\//.test(type)) {
      const sheet = sheets.get(text(payload, 'voteId'));
      if (sheet === undefined) throw new Refusal(`entry ${seq} speaks of a vote that was not prepared`);
      if (type === 'vote/opened') {
        const body = bodies.get(meetingOf.get(text(sheet.plan, 'itemId')) ?? '');
        open(sheet, payload, whole(body, 'inOffice'));
      } else if (type === 'vote/announced') {
        announced.push(announce(sheet, entry));
      } else note(sheet, entry);
    }
  }
  return announced;
}

function newSheet(plan: Json): Sheet {
  return {
    plan,
    inOffice: 0,
    summoned: 0,
    electorate: [],
    ballots: new Map(),
    late: new Map(),
    paperVoters: [],
    entered: null,
    confirmed: null,
    isLocked: false,
  };
}

function open(sheet: Sheet, payload: Json, inOffice: number): void {
  sheet.inOffice = inOffice;
  sheet.electorate = texts(payload, 'electorate');
  sheet.summoned = member(payload, 'summoned') === undefined ? inOffice : whole(payload, 'summoned');
  const planned = member(sheet.plan, 'paperVoters') === undefined ? [] : texts(sheet.plan, 'paperVoters');
  sheet.paperVoters = planned.filter((voter) => sheet.electorate.includes(voter));
}

/** What happens between the opening and the announcement. */
function note(sheet: Sheet, { type, payload, seq, actor }: Entry): void {
  const wrong = (why: string): never => {
    throw new Refusal(`entry ${seq}: ${why}`);
  };
  if (type === 'ballot/cast') {
    const voter = text(payload, 'participantId');
    if (sheet.isLocked) wrong('a ballot behind the lock counts');
    if (!sheet.electorate.includes(voter)) wrong('a ballot of somebody without the right');
    if (sheet.paperVoters.includes(voter)) wrong('a ballot at the terminal beside one on paper');
    sheet.ballots.set(voter, member(payload, 'choice') ?? null);
  } else if (type === 'ballot/arrived-late') {
    sheet.late.set(text(payload, 'participantId'), member(payload, 'choice') ?? null);
  } else if (type === 'ballot/late-decided' && member(payload, 'accept') === true) {
    const voter = text(payload, 'participantId');
    const answer = sheet.late.get(voter);
    if (answer === undefined || sheet.ballots.has(voter)) wrong('accepts a late ballot that there is not');
    else sheet.ballots.set(voter, answer);
  } else if (type === 'ballot/paper-issued') {
    const voter = text(payload, 'participantId');
    if (sheet.ballots.has(voter)) wrong('paper for somebody who has voted');
    sheet.paperVoters = [...sheet.paperVoters, voter];
    sheet.entered = null;
    sheet.confirmed = null;
  } else if (type === 'count/entered') {
    sheet.entered = { figures: payload, by: text(actor, 'participantId') };
    sheet.confirmed = null;
  } else if (type === 'count/confirmed') {
    if (sheet.entered?.by === text(actor, 'participantId')) wrong('a count confirmed by who entered it');
    sheet.confirmed = member(payload, 'agrees') === true ? (sheet.entered?.figures ?? null) : null;
  } else if (type === 'vote/locked') {
    sheet.isLocked = true;
  }
}

function announce(sheet: Sheet, { payload, seq }: Entry): Announced {
  const result = resultOf(sheet);
  const said = member(payload, 'result');
  const found = canonical({ ...result, options: [...result.options], elected: [...result.elected] });
  if (said !== undefined && canonical(said) !== found)
    throw new Refusal(`entry ${seq}: announced is ${canonical(said)}, the ballots give ${found}`);
  return { voteId: text(payload, 'voteId'), title: text(sheet.plan, 'title'), seq, result };
}

/** Counts a sheet: one stroke for each answer, then what was counted in the room. */
function resultOf(sheet: Sheet): Result {
  const { plan, electorate, inOffice, summoned } = sheet;
  const kind = member(plan, 'kind') ?? 'open';
  const form = member(plan, 'form') ?? { type: 'approval' };
  const type = text(form, 'type');
  const isHands = kind === 'raised-hands';
  const names = type === 'approval' ? [] : texts(form, type === 'options' ? 'options' : 'candidates');
  const strokes: Record<string, number> = { approve: 0, reject: 0, abstain: 0, other: 0 };
  const options = names.map(() => 0);
  const stroke = (name: string, by = 1): void => void (strokes[name] = (strokes[name] ?? 0) + by);
  const mark = (at: number, by: number): void => void (options[at] = (options[at] ?? 0) + by);
  for (const answer of sheet.ballots.values()) {
    if (typeof answer === 'string') stroke(answer);
    else if (member(answer, 'other') !== undefined) stroke('other');
    else for (const at of list(answer, 'options')) mark(Number(at), 1);
  }
  let inRoom = 0;
  if (isHands || kind === 'paper' || sheet.paperVoters.length > 0) {
    if (sheet.confirmed === null) throw new Refusal('announced without a count that two people agree on');
    for (const name of Object.keys(strokes)) stroke(name, whole(sheet.confirmed, name));
    list(sheet.confirmed, 'options').forEach((count, at) => mark(at, Number(count)));
    inRoom = isHands ? electorate.length : whole(sheet.confirmed, 'returned');
  }
  const rule = member(plan, 'rule');
  const wholes: Record<string, number> = { 'in-office': inOffice, present: electorate.length, summoned };
  const base = wholes[text(rule, 'base')];
  if (base === undefined) throw new Refusal('a base that nobody knows');
  const needed = leastThatPasses(text(rule, 'threshold'), base);
  const { approve = 0, reject = 0, abstain = 0, other = 0 } = strokes;
  const isPoll = kind === 'quick-poll';
  const elected =
    isPoll || type === 'approval'
      ? []
      : winners(options, whole(form, type === 'options' ? 'most' : 'seats'), needed);
  const isPassed =
    type === 'approval'
      ? approve >= needed
      : type === 'options'
        ? elected.length > 0
        : elected.length === whole(form, 'seats');
  return {
    approve,
    reject,
    abstain,
    other,
    options,
    elected,
    notVoted: electorate.length - sheet.ballots.size - inRoom,
    present: electorate.length,
    inOffice,
    base,
    needed,
    verdict: isPoll ? 'none' : isPassed ? 'passed' : 'not-passed',
  };
}

/** Tries one approval after the other until the rule is content; in whole numbers, without a fraction. */
function leastThatPasses(threshold: string, base: number): number {
  const passes: Record<string, (votes: number) => boolean> = {
    'more-than-half': (votes) => 2 * votes > base,
    'two-thirds': (votes) => 3 * votes >= 2 * base,
    'three-quarters': (votes) => 4 * votes >= 3 * base,
  };
  const isContent = passes[threshold];
  if (isContent === undefined) throw new Refusal('a majority that nobody knows');
  let votes = 1;
  while (!isContent(votes)) votes += 1;
  return votes;
}

/** An option wins when no more options than there are places have as many votes as it or more. */
function winners(votes: readonly number[], places: number, needed: number): readonly number[] {
  const enough = votes.map((count, at) => ({ count, at })).filter(({ count }) => count >= needed);
  return enough
    .filter(({ count }) => enough.filter((other) => other.count >= count).length <= places)
    .sort((a, b) => b.count - a.count || a.at - b.at)
    .map(({ at }) => at);
}
