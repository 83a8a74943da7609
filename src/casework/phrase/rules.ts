import type { Day } from '../../kernel/day.ts';
import type { Service } from '../../kernel/service.ts';
import { specialCareFor } from '../../law/act-1977-519.ts';
import { dutyToArrange, earlierAtRequest, rehabilitationApplicability } from '../../law/act-2001-189.ts';
import { needsAssessment } from '../../law/act-2014-1301.ts';
import { disabilityApplicability } from '../../law/act-2023-675.ts';
import { alternativesFor, basisFor, groundsOfDenial } from '../../law/basis.ts';
import { builtInReasons, easyReasons, type OwnPhrase, type Phrase, type PhraseDetails } from './words.ts';

/** What speaks for a service, in the order in which it is offered. */
const phrasesFor: Readonly<Record<Service, readonly Phrase[]>> = {
  'work-activity': ['work-need'],
  'open-work': ['work-need'],
  'day-activity': ['day-need'],
  'day-activity-severe': ['day-need'],
  'job-coaching': ['coaching-need'],
  'supported-employment': ['employment-need'],
  'employment-support-27d': ['employment-need'],
  'work-activity-27e': ['activity-need'],
  'rehabilitative-work': ['rehabilitation-agreed', 'rehabilitation-earlier'],
};

/** By which provision a ready reason stands: it is cited with it. */
const groundOf: Readonly<Partial<Record<Phrase, string>>> = {
  'rehabilitation-earlier': earlierAtRequest.id,
  'outside-rehabilitation': rehabilitationApplicability.id,
  'no-duty': dutyToArrange.id,
  'not-earlier': earlierAtRequest.id,
  'outside-special-care': specialCareFor.id,
  'outside-disability-act': disabilityApplicability.id,
  'other-support': needsAssessment.id,
};

const against: readonly Phrase[] = [
  'outside-rehabilitation',
  'no-duty',
  'not-earlier',
  'outside-special-care',
  'outside-disability-act',
  'other-support',
];

/**
 * 434/2003 § 45: ready reasons for deciding on a service, each with the provision that it stands on and is cited with (null where
 * the service's own provisions say it). Of those against, only what may be cited in the matter.
 */
export function readyReasons(
  service: Service,
  denies: boolean,
  citable: readonly string[],
): readonly { readonly phrase: Phrase; readonly provision: string | null }[] {
  return (denies ? against : phrasesFor[service])
    .map((phrase) => ({ phrase, provision: groundOf[phrase] ?? null }))
    .filter(({ provision }) => provision === null || citable.includes(provision));
}

/** Of an organiser's own ready reasons those for the outcome whose provision may be cited in the matter. */
export function ownReasons(own: readonly OwnPhrase[], denies: boolean, citable: readonly string[]): OwnPhrase[] {
  return own.filter(
    ({ against: is, provision }) => is === denies && (provision === null || citable.includes(provision)),
  );
}

/** Which provisions may stand behind a ready reason of a service: those of its law on the day, for granting or for denying. */
export function citableWith(
  { service, against: denies }: Pick<PhraseDetails, 'service' | 'against'>,
  on: Day,
): string[] {
  const of = denies ? [groundsOfDenial] : [basisFor, alternativesFor];
  return [...new Set(of.flatMap((provisions) => provisions(service, on).map(({ id }) => id)))];
}

/** What is wrong with a ready reason as it is written, and in which field. */
export function phraseFault(
  phrase: Pick<PhraseDetails, 'service' | 'against' | 'provision' | 'during'>,
): { readonly why: 'not-for-outcome'; readonly field: 'provision' } | null {
  const { provision, during } = phrase;
  if (provision === null || citableWith(phrase, during.from).includes(provision)) return null;
  return { why: 'not-for-outcome', field: 'provision' };
}

/** What stands for something that whoever decides is to write. */
const blank = '…';

const builtIn = [builtInReasons, easyReasons].flatMap((of) =>
  Object.values(of).flatMap((ready) => Object.values(ready)),
);

/** Whether a ready reason stands in a text as it was put there, with nothing written where its dots are. */
export function hasUnfinishedPhrase(
  written: string | null,
  own: readonly Pick<PhraseDetails, 'textFi' | 'textSv' | 'easyFi' | 'easySv'>[],
): boolean {
  if (written === null) return false;
  const ready = [...builtIn, ...own.flatMap(({ textFi, textSv, easyFi, easySv }) => [textFi, textSv, easyFi, easySv])];
  return ready.some((phrase) => phrase?.includes(blank) === true && written.includes(phrase));
}
