import type { Day } from '../../kernel/day.ts';
import {
  formatDay,
  formatNumber,
  formatRange,
  type Language,
  pick,
  plainLanguage,
  type ReadingLanguage,
} from '../../kernel/language.ts';
import { addressee, easyLinesOf, type LetterAddress, type PaperSection, unbroken } from '../../server/letters/paper.ts';
import { answersOf, planItemsOf, signersOf, signingParty } from './rules.ts';
import { planPaperTexts, planTexts } from './texts.ts';
import type { Interruption, Plan, PlanHead, PlanPaper } from './words.ts';

/** A plan as its paper has it: content, goals, and who signed or has yet to, in the language that the client reads. */
export function planPaperOf(
  language: ReadingLanguage,
  head: PlanHead,
  plan: Plan,
  address: LetterAddress,
  provisions: readonly string[],
): PlanPaper {
  const say = pick(planPaperTexts, language);
  const plain = plainLanguage(language);
  const words = planTexts[plain];
  const spoken = (on: Day | null) => (on === null ? '' : formatDay(on, language));
  const signers = signersOf(plan);
  const unsigned = signers.filter((signer) => plan.signatures.every((one) => one.signer !== signer));
  const phone = head.makerPhone ?? head.phone;
  const town = [head.postalCode, head.postOffice].filter(Boolean).join(' ');
  const amount =
    plan.daysAWeek === null || plan.hoursADay === null
      ? ''
      : words.duration(formatNumber(plan.hoursADay, language), formatNumber(plan.daysAWeek, language));
  const parties = [
    [say.client, head.client],
    [words.service, head.service],
    [words.during, formatRange(plan.during, language)],
    [say.amount, amount],
    [words.informedOn, plan.informedOfBenefitsAt === null ? '' : say.informed],
    [words.reviewOn, spoken(plan.reviewOn)],
  ] as const;
  return {
    title: say.title(words.kinds[plan.kind]),
    draft: unsigned.length > 0 ? say.draft : '',
    sender: { name: head.authority, lines: [head.office, head.street, town].filter((line): line is string => !!line) },
    recipient: { lines: addressee(head.client, address) },
    facts: [
      { label: words.madeOn, value: spoken(plan.madeOn) },
      ...(head.number ? [{ label: say.reference, value: head.number }] : []),
    ],
    footer: [head.authority, ...(head.number ? [head.number] : [])],
    pageLabel: say.page,
    easy:
      language === 'selko'
        ? {
            heading: say.easyHeading,
            lines: easyLinesOf([say.yours, amount && say.often(amount), say.ask, signers.length > 0 && say.sign]),
          }
        : null,
    parties: parties.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    sections: sectionsOf(plan, plain, words.goals),
    provisions: { heading: say.provisions, items: provisions },
    signatures: {
      heading: words.signatures,
      space: say.space,
      people: signers.map((signer) => {
        const signature = plan.signatures.find((one) => one.signer === signer);
        const way = signature && words.ways[signature.way].toLowerCase();
        return {
          signer: words.signers[signingParty(signer, plan.madeOn)],
          lines: signature
            ? [
                [signature.signedBy, signature.capacity].filter(Boolean).join(', '),
                `${spoken(signature.signedOn)}, ${way}`,
              ].filter(Boolean)
            : [],
        };
      }),
    },
    signer: {
      label: words.madeBy,
      name: head.maker ?? head.authority,
      post: [head.authority, phone && say.phone(unbroken(phone))].filter(Boolean).join(', '),
      notes: signers.length > 0 ? [] : [say.unsigned],
    },
  };
}

/** That a plan is interrupted, as its paper tells it: on which ground, how it was decided, and when and how the plan goes on. */
export function interruptionPaperOf(
  language: ReadingLanguage,
  head: PlanHead,
  plan: Plan,
  interruption: Interruption,
  address: LetterAddress,
  provisions: readonly string[],
): PlanPaper {
  const say = pick(planPaperTexts, language);
  const words = planTexts[plainLanguage(language)];
  const spoken = (on: Day) => formatDay(on, language);
  const { from, to, ground, groundOn, heardOn, decidedOn, decidedBy, reason, agreed } = interruption;
  const paper = planPaperOf(language, head, plan, address, provisions);
  const { grounds, groundOn: since, heardOn: heard, decidedOn: decided, decidedBy: decider, resumedOn } = words;
  const parties = [
    [say.client, head.client],
    [words.plan, `${words.kinds[plan.kind]} ${spoken(plan.madeOn)}`],
    [words.interruptedFrom, spoken(from)],
    [words.ground, grounds[ground]],
    [since, spoken(groundOn)],
    [heard, spoken(heardOn)],
    [decider, words.signers[signingParty(decidedBy, decidedOn)]],
    [resumedOn, to === null ? '' : spoken(to)],
  ] as const;
  return {
    ...paper,
    title: words.interruptionOf,
    draft: '',
    facts: [{ label: decided, value: spoken(decidedOn) }, ...paper.facts.slice(1)],
    easy:
      language === 'selko'
        ? {
            heading: say.easyHeading,
            lines: easyLinesOf([say.rests(spoken(from)), to !== null && say.goesOn(spoken(to)), say.askWorker]),
          }
        : null,
    parties: parties.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    sections: [
      { heading: words.interruptionReason, text: reason },
      ...(agreed ? [{ heading: words.agreedOnResuming, text: agreed }] : []),
    ],
    signatures: { ...paper.signatures, people: [] },
    signer: { ...paper.signer, notes: [say.interruptionUnsigned] },
  };
}

function sectionsOf(plan: Plan, language: Language, goals: string): PaperSection[] {
  const answers = answersOf(plan);
  return [
    { heading: goals, text: plan.goals.map(({ goal }) => `- ${goal}`).join('\n') },
    ...planItemsOf(plan.service, plan.kind, plan.madeOn).flatMap(({ item, text }) => {
      const answer = answers[item];
      const heading = text[language];
      return answer ? [{ heading: heading.charAt(0).toUpperCase() + heading.slice(1), text: answer }] : [];
    }),
  ];
}
