import type { Day } from '../../kernel/day.ts';
import { formatDay, listOf, pick } from '../../kernel/language.ts';
import { lastDay } from '../../kernel/range.ts';
import { addressee, type Labelled, type PaperHead, type PaperSection, unbroken } from '../../server/letters/paper.ts';
import { decisionLetterTexts, easyLetter } from './texts.ts';
import type { DecisionLetter, LetterBlock } from './words.ts';

/** What a letter says of one service: what was decided, why, and by what. */
interface PaperPart {
  /** The service, where the letter decides on several. */
  readonly heading: string | null;
  readonly outcome: { readonly heading: string; readonly statement: string; readonly rows: readonly Labelled[] };
  readonly sections: readonly PaperSection[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
}

interface Signer {
  readonly label: string;
  readonly name: string;
  readonly post: string;
  readonly notes?: readonly string[];
}

/** A decision letter in words, as its template takes it. */
export interface DecisionPaper extends PaperHead {
  readonly title: string;
  readonly parties: readonly Labelled[];
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly parts: readonly PaperPart[];
  /** What is applied to all of several services. */
  readonly provisions: { readonly heading: string; readonly items: readonly string[] } | null;
  readonly closing: readonly PaperSection[];
  readonly signer: Signer;
  readonly presenters: readonly Signer[];
  readonly rectification: {
    readonly heading: string;
    readonly sections: readonly PaperSection[];
    readonly where: PaperSection;
    readonly rows: readonly Labelled[];
    readonly note: string;
  };
}

/** Puts a decision letter into the words of its language; with it what was decided in one go about other services of the client. */
export function decisionPaper(letter: DecisionLetter, others: readonly DecisionLetter[] = []): DecisionPaper {
  const say = pick(decisionLetterTexts, letter.language);
  const { authority, contact } = letter;
  const letters = [letter, ...others];
  const several = letters.length > 1;
  const spoken = (d: Day) => formatDay(d, letter.language);
  const client = letter.client.bornOn ? say.born(letter.client.name, spoken(letter.client.bornOn)) : letter.client.name;
  const kinds = new Set(letters.map(aboutOf));
  const about = kinds.size === 1 ? aboutOf(letter) : 'decision';
  const reach = [contact.name, contact.post, say.phone(unbroken(contact.phone)), contact.email].filter(
    (part) => part !== null,
  );
  const granted = letters.every(({ outcome }) => outcome.kind === 'granted');
  const more = granted ? reach.join(', ') : `${reach.join(', ')}\n\n${say.again}`;
  const reference = letters.map((one) => one.reference).join(', ');
  const common = several
    ? letter.provisions.filter((one) => others.every(({ provisions }) => provisions.includes(one)))
    : [];
  const presenters = new Map(
    letters.flatMap(({ presentedBy }) => (presentedBy ? [[presentedBy.name, presentedBy] as const] : [])),
  );
  const delegations = new Set(letters.map(({ delegation }) => delegation).filter((one) => one !== null));
  return {
    title: { decision: say.title, change: say.changeTitle, end: say.endTitle }[about](
      listOf(
        letters.map(({ matter }) => matter),
        letter.language,
      ),
    ),
    sender: { name: authority.name, lines: [...(authority.unit ? [authority.unit] : []), ...authority.address] },
    recipient: { lines: addressee(letter.recipient ?? letter.client.name, letter.address) },
    facts: [
      { label: say.date, value: spoken(letter.decidedOn) },
      ...(letter.number === undefined ? [] : [{ label: say.number, value: letter.number }]),
      { label: several ? say.references : say.reference, value: reference },
      letter.withoutAddress
        ? { label: say.copy, value: say.withoutAddress }
        : { label: say.served, value: say.delivery[letter.delivery] },
      ...(letter.translation ? [{ label: say.translation, value: say.ofOriginal }] : []),
      ...(letter.excerpt ? [{ label: say.copy, value: say.excerpt }] : []),
      ...(letter.secretBy ? [{ label: say.secret, value: letter.secretBy }] : []),
    ],
    footer: [authority.name, reference],
    pageLabel: say.page,
    parties: [
      { label: say.client, value: client },
      {
        label: say.pending,
        value: several
          ? letters.map(({ matter, pendingOn }) => `${matter} ${spoken(pendingOn)}`).join(', ')
          : spoken(letter.pendingOn),
      },
    ],
    easy: letter.language === 'selko' ? easySummary(letters) : null,
    parts: letters.map((one) => partOf(one, several, common)),
    provisions: common.length === 0 ? null : { heading: say.commonProvisions, items: common },
    closing: [{ heading: say.more, text: more }],
    signer: {
      label: say.decidedBy,
      name: letter.decidedBy.name,
      post: letter.decidedBy.post,
      notes: [
        ...[...delegations].map((one) => say.delegation(one)),
        ...(delegations.size === 0 ? [] : [say.confirmed(spoken(letter.decidedOn))]),
        say.unsigned(letter.unsignedBy),
      ],
    },
    presenters: [...presenters.values()].map((one) => ({ label: say.presentedBy, ...one })),
    rectification: rectificationPage(letter, several),
  };
}

/** As what a decision is known in its title. */
function aboutOf({ outcome, changed }: DecisionLetter): 'decision' | 'change' | 'end' {
  return outcome.kind === 'ended' ? 'end' : changed ? 'change' : 'decision';
}

function partOf(letter: DecisionLetter, several: boolean, common: readonly string[]): PaperPart {
  const say = pick(decisionLetterTexts, letter.language);
  const { outcome } = letter;
  return {
    heading: several ? `${letter.matter.charAt(0).toUpperCase()}${letter.matter.slice(1)}` : null,
    outcome: { heading: say.outcome, statement: statementOf(letter), rows: grantedRows(letter) },
    sections: [
      ...correctionSection(letter),
      ...changeSection(letter),
      ...(letter.easyReasons && letter.language !== 'selko'
        ? [{ heading: say.easyReasons, text: letter.easyReasons }]
        : []),
      { heading: say.reasons, text: letter.reasons },
      ...(letter.unheard
        ? [{ heading: say.unheard, text: say.unheardBecause(letter.unheard.because, letter.unheard.provision) }]
        : []),
      ...letter.explanations.map(({ kind, because }) => ({ heading: say.explained[kind], text: because })),
      ...(outcome.kind === 'granted' ? beginningSection(letter) : []),
    ],
    provisions: {
      heading: say.provisions,
      items: letter.provisions.filter((one) => !common.includes(one)),
    },
  };
}

function statementOf({ language, outcome, object, matter }: DecisionLetter): string {
  const say = pick(decisionLetterTexts, language);
  if (outcome.kind === 'granted') return (outcome.inPart ? say.grantedInPart : say.granted)(object);
  if (outcome.kind === 'ended') return say.ended(matter, formatDay(outcome.lastDay, language));
  if (outcome.kind === 'denied') return say.denied(object);
  return { 'not-examined': say.notExamined, lapsed: say.lapsed }[outcome.kind](matter);
}

function grantedRows({ language, outcome }: DecisionLetter): Labelled[] {
  if (outcome.kind !== 'granted') return [];
  const say = pick(decisionLetterTexts, language);
  const last = lastDay(outcome.during);
  const rows: readonly (readonly [string, string | null])[] = [
    [say.from, formatDay(outcome.during.from, language)],
    [say.until, last === null ? say.openEnded : formatDay(last, language)],
    [say.amount, outcome.amount],
    [say.place, outcome.place],
    [say.provider, outcome.provider],
    [say.charge, outcome.charge],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function correctionSection({ language, correction, insteadOf }: DecisionLetter): PaperSection[] {
  const say = pick(decisionLetterTexts, language);
  const spoken = (d: Day) => formatDay(d, language);
  const parts = [
    correction && say.corrected(spoken(correction.on), correction.because, correction.provision),
    insteadOf && say.insteadOf(spoken(insteadOf.decidedOn), insteadOf.provision),
  ].filter((part) => part !== null);
  return parts.length === 0 ? [] : [{ heading: say.correction, text: parts.join('\n\n') }];
}

function changeSection({ language, changed, outcome }: DecisionLetter): PaperSection[] {
  const say = pick(decisionLetterTexts, language);
  const spoken = (d: Day) => formatDay(d, language);
  if (changed === null) return [];
  const [number, decidedOn] = [changed.number, spoken(changed.decidedOn)];
  if (outcome.kind === 'ended')
    return [{ heading: say.end, text: say.ends(number, decidedOn, spoken(outcome.lastDay)) }];
  if (outcome.kind !== 'granted') return [];
  return [{ heading: say.change, text: say.changes(number, decidedOn, spoken(outcome.during.from)) }];
}

function beginningSection({ language, outcome, beginning, changed }: DecisionLetter): PaperSection[] {
  const say = pick(decisionLetterTexts, language);
  if (outcome.kind !== 'granted') return [];
  if (beginning === null) return [];
  const text =
    beginning.kind === 'agreed'
      ? say.agreed(formatDay(beginning.on, language), beginning.place)
      : (changed ? say.callToGoOn : say.call)(beginning.by);
  return [{ heading: changed ? say.goesOn : say.beginning, text }];
}

/** The decision in easy language: what became of each service, then once whom to ask and what to do. */
function easySummary(letters: readonly DecisionLetter[]): DecisionPaper['easy'] {
  const say = easyLetter;
  const [first] = letters as readonly [DecisionLetter, ...DecisionLetter[]];
  return {
    heading: say.heading,
    lines: [
      ...letters.flatMap(easyLines),
      ...say.ask(first.contact.name, unbroken(first.contact.phone)),
      ...say.disagree(first.appeal.days),
      say.help,
    ],
  };
}

function easyLines({ language, matter, outcome, easyReasons, changed }: DecisionLetter): string[] {
  const say = easyLetter;
  const lines: string[] = [];
  if (outcome.kind === 'granted') {
    const last = lastDay(outcome.during);
    lines.push(
      changed ? say.changed : say.granted,
      say.named(matter),
      (changed ? say.changedFrom : say.from)(formatDay(outcome.during.from, language)),
    );
    lines.push(...(last === null ? say.openEnded : [say.until(formatDay(last, language))]));
    if (outcome.amount) lines.push(say.amount(outcome.amount));
    if (outcome.place) lines.push(say.place(outcome.place));
  } else if (outcome.kind === 'ended')
    lines.push(say.ended, say.named(matter), say.lastDay(formatDay(outcome.lastDay, language)));
  else
    lines.push(
      { denied: say.denied, 'not-examined': say.notExamined, lapsed: say.lapsed }[outcome.kind],
      say.named(matter),
    );
  // The reason itself in plain words; where it is not owed, where it stands.
  const reasons = (easyReasons ?? '').split('\n').filter((line) => line.trim() !== '');
  if (outcome.kind !== 'granted' || reasons.length > 0) lines.push(...(reasons.length > 0 ? reasons : [say.why]));
  return lines;
}

/** Administrative Procedure Act, instructions for rectification: whom, when and from what day, what to write, where. */
function rectificationPage({ language, appeal }: DecisionLetter, several: boolean): DecisionPaper['rectification'] {
  const say = pick(decisionLetterTexts, language).rectification;
  const served = [say.byPost(appeal.presumedOnDay.post), say.byElectronic(appeal.presumedOnDay.electronic), say.byHand];
  return {
    heading: say.heading,
    sections: [
      { heading: say.whoHeading, text: say.who(appeal.authority) },
      {
        heading: say.timeHeading,
        text: `${say.time(appeal.days)}\n${served.map((one) => `- ${one}`).join('\n')}\n\n${say.lastDay}`,
      },
      {
        heading: say.contentHeading,
        text: [say.content, ...(several ? [say.ofSeveral] : []), say.attachments].join('\n\n'),
      },
    ],
    where: { heading: say.whereHeading, text: say.arrives },
    rows: [
      { label: say.postal, value: appeal.postalAddress.join(', ') },
      { label: say.visiting, value: appeal.visitingAddress },
      { label: say.email, value: appeal.email },
      { label: say.hours, value: appeal.openingHours },
    ].flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    note: `${say.handling} ${say.provisions}: ${appeal.provisions.join('; ')}.`,
  };
}

/** All that a letter's paper says, in the order in which it is printed. */
export function blocksOf(paper: DecisionPaper, notice: PaperSection): LetterBlock[] {
  const block = (more: Partial<LetterBlock>): LetterBlock => ({
    depth: 1,
    heading: null,
    as: 'text',
    text: '',
    rows: [],
    items: [],
    ...more,
  });
  const section = (one: PaperSection, depth = 1) => block({ depth, ...one });
  const signed = ({ label, name, post, notes = [] }: Signer) =>
    block({ text: [label, `${name}, ${post}`, ...(notes.length > 0 ? [notes.join(' ')] : [])].join('\n') });
  const list = ({ heading, items }: { readonly heading: string; readonly items: readonly string[] }, depth = 1) =>
    items.length === 0 ? [] : [block({ depth, heading, items: [...items] })];
  const parts = paper.parts.flatMap(({ heading, outcome, sections, provisions }) => {
    const depth = heading === null ? 1 : 2;
    return [
      ...(heading === null ? [] : [block({ heading })]),
      block({ depth, as: 'outcome', heading: outcome.heading, text: outcome.statement, rows: [...outcome.rows] }),
      ...sections.map((one) => section(one, depth)),
      ...list(provisions, depth),
    ];
  });
  const { rectification } = paper;
  return [
    ...(paper.easy ? [block({ as: 'easy', heading: paper.easy.heading, text: paper.easy.lines.join('\n') })] : []),
    block({ rows: [...paper.parties] }),
    ...parts,
    ...(paper.provisions ? list(paper.provisions) : []),
    ...paper.closing.map((one) => section(one)),
    ...paper.presenters.map(signed),
    signed(paper.signer),
    block({ as: 'page', heading: rectification.heading }),
    ...rectification.sections.map((one) => section(one, 2)),
    section(rectification.where, 2),
    block({ rows: [...rectification.rows], text: rectification.note }),
    section(notice),
  ];
}
