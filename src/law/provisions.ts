import type { Day } from '../kernel/day.ts';
import { type Language, plainLanguage, type ReadingLanguage } from '../kernel/language.ts';
import * as timeLimits from './act-1930-150.ts';
import * as specialCare from './act-1977-519.ts';
import * as oldSocialWelfare from './act-1982-710.ts';
import * as oldDisabilityServices from './act-1987-380.ts';
import * as charges from './act-1992-734.ts';
import * as socialAssistance from './act-1997-1412.ts';
import * as guardianship from './act-1999-442.ts';
import * as openness from './act-1999-621.ts';
import * as rehabilitativeWork from './act-2001-189.ts';
import * as rehabilitativeParty from './act-2001-189-party.ts';
import * as rehabilitativePlan from './act-2001-189-plan.ts';
import * as unemployment from './act-2002-1290.ts';
import * as procedure from './act-2003-434.ts';
import * as population from './act-2009-661.ts';
import * as socialWelfare from './act-2014-1301.ts';
import * as jointService from './act-2014-1369.ts';
import * as judicialProcedure from './act-2019-808.ts';
import * as organising from './act-2021-612.ts';
import * as multisectoral from './act-2023-381.ts';
import * as disabilityServices from './act-2023-675.ts';
import * as disabilityTransition from './act-2023-676.ts';
import * as clientData from './act-2023-703.ts';
import * as specialCareDecree from './decree-1977-988.ts';
import * as accessDecree from './decree-2024-457.ts';
import { type Provision, type Version, versionOn } from './provision.ts';

function isProvision(thing: unknown): thing is Provision {
  return typeof thing === 'object' && thing !== null && 'versions' in thing && 'section' in thing;
}

/** Every provision that the system knows, statute by statute. */
export const provisions: readonly Provision[] = [
  timeLimits,
  specialCare,
  specialCareDecree,
  oldSocialWelfare,
  oldDisabilityServices,
  charges,
  socialAssistance,
  guardianship,
  openness,
  rehabilitativeWork,
  rehabilitativeParty,
  rehabilitativePlan,
  unemployment,
  procedure,
  population,
  socialWelfare,
  jointService,
  organising,
  judicialProcedure,
  multisectoral,
  disabilityServices,
  disabilityTransition,
  clientData,
  accessDecree,
].flatMap((statute) => Object.values(statute).filter(isProvision));

const byId = new Map(provisions.map((one) => [one.id, one]));

/** The provision of that id; throws a RangeError when there is none. */
export function provision(id: string): Provision {
  const match = byId.get(id);
  if (!match) throw new RangeError(`No provision ${id}`);
  return match;
}

export function isProvisionId(id: string): boolean {
  return byId.has(id);
}

/** The wording of the provision in force on the day, or null. */
export function provisionInForce(id: string, on: Day): Version<unknown> | null {
  return versionOn(provision(id), on);
}

/** A statute's Swedish title as it stands inside a sentence: socialvårdslagen, förordningen angående ... */
function definite(title: string): string {
  return title
    .replace(/(^| )(lag|förordning)(?= |$)/i, '$1$2en')
    .replace(/(?<=\S)lag$/, 'lagen')
    .replace(/^./, (letter) => letter.toLowerCase());
}

/** A place inside a section. */
interface Point {
  readonly subsection: number;
  readonly item?: number;
}

const pointWords: Readonly<Record<Language, (point: Point) => string>> = {
  fi: ({ subsection, item }) => ` ${subsection} mom.${item === undefined ? '' : ` ${item} kohta`}`,
  sv: ({ subsection, item }) => ` ${subsection} mom.${item === undefined ? '' : ` ${item} punkten`}`,
  en: ({ subsection, item }) => `, subsection ${subsection}${item === undefined ? '' : `, item ${item}`}`,
};

/** As a decision cites it: Laki kuntouttavasta työtoiminnasta (189/2001) 9 §; 9 § i lagen om ... in Swedish. */
export function cite(id: string, language: ReadingLanguage, point?: Point): string {
  const { act, section } = provision(id);
  const spoken = plainLanguage(language);
  const named = `${act.title[spoken]} (${act.number})`;
  const [chapter, inChapter] = section.includes(':') ? section.split(':') : [null, section];
  if (!/^\d/.test(section)) return named;
  const at = point ? pointWords[spoken](point) : '';
  if (spoken === 'en') return `${named}, ${chapter ? `chapter ${chapter}, ` : ''}section ${inChapter}${at}`;
  if (spoken === 'sv')
    return `${chapter ? `${chapter} kap. ` : ''}${inChapter} §${at} i ${definite(act.title.sv)} (${act.number})`;
  const ofChapter = chapter ? `${chapter} luku ` : '';
  return `${named} ${ofChapter}${inChapter} §${at}`;
}

/** As a letter cites it; what old decisions cite in other words stays in their words. */
export function cited(provision: string, language: ReadingLanguage): string {
  return isProvisionId(provision) ? cite(provision, language) : provision;
}
