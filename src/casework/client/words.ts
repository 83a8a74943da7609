// A person towards an organiser: name, language, how to reach, benefits, reason of support, protection, representatives.
// Takes organisers and workers from above.
// Leaves below the client whom everything else on the way concerns.

import { z } from 'zod';
import { type Day, zDay, zInstant } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Language, texts } from '../../kernel/language.ts';
import {
  explains,
  saying,
  zEmail,
  zLine,
  zLines,
  zName,
  zPaperLine,
  zPhone,
  zPostalCode,
  zText,
} from '../../kernel/line.ts';
import { zRange } from '../../kernel/range.ts';
import type { Relation } from '../../kernel/relation.ts';
import { zService } from '../../kernel/service.ts';
import type { Refusals } from '../../server/act.ts';

export type { Relation } from '../../kernel/relation.ts';
export type { LetterAddress } from '../../server/letters/paper.ts';

/** Everyone who works with a client: who reads of the client mostly is one of these. */
export const everyRelation = [
  'responsible_for',
  'coach_of',
  'receiver_of',
  'leader_of',
  'instructor_of',
  'official_for',
] as const satisfies readonly Relation[];
/** Those of them who take the client's matter forward. */
export const ownWorkers = [
  'responsible_for',
  'coach_of',
  'receiver_of',
  'official_for',
] as const satisfies readonly Relation[];

export const genders = ['female', 'male', 'other'] as const;
export const zGender = z.enum(genders);

export const serviceLanguages = ['fi', 'sv', 'en'] as const;
/** In which an authority decides and asks: what goes to a client who uses another is a translation beside it. */
export const originalLanguages = ['fi', 'sv'] as const;

export const benefits = [
  'disability-pension',
  'rehabilitation-subsidy',
  'guarantee-pension',
  'housing-allowance',
  'care-allowance',
  'labour-market-subsidy',
  'basic-allowance',
  'earnings-related-allowance',
  'social-assistance',
  'wage',
  'other',
  'none',
] as const;
export type Benefit = (typeof benefits)[number];

/** What the benefits are called, wherever they are chosen. */
export const benefitNames = texts<Readonly<Record<Benefit, string>>>({
  fi: {
    'disability-pension': 'Työkyvyttömyyseläke',
    'rehabilitation-subsidy': 'Kuntoutustuki',
    'guarantee-pension': 'Takuueläke',
    'housing-allowance': 'Asumistuki',
    'care-allowance': 'Hoitotuki',
    'labour-market-subsidy': 'Työmarkkinatuki',
    'basic-allowance': 'Peruspäiväraha',
    'earnings-related-allowance': 'Ansiopäiväraha',
    'social-assistance': 'Toimeentulotuki',
    wage: 'Palkka',
    other: 'Muu etuus',
    none: 'Ei etuuksia',
  },
  sv: {
    'disability-pension': 'Sjukpension',
    'rehabilitation-subsidy': 'Rehabiliteringsstöd',
    'guarantee-pension': 'Garantipension',
    'housing-allowance': 'Bostadsbidrag',
    'care-allowance': 'Vårdbidrag',
    'labour-market-subsidy': 'Arbetsmarknadsstöd',
    'basic-allowance': 'Grunddagpenning',
    'earnings-related-allowance': 'Inkomstrelaterad dagpenning',
    'social-assistance': 'Utkomststöd',
    wage: 'Lön',
    other: 'Annan förmån',
    none: 'Inga förmåner',
  },
  en: {
    'disability-pension': 'Disability pension',
    'rehabilitation-subsidy': 'Rehabilitation subsidy',
    'guarantee-pension': 'Guarantee pension',
    'housing-allowance': 'Housing allowance',
    'care-allowance': 'Care allowance',
    'labour-market-subsidy': 'Labour market subsidy',
    'basic-allowance': 'Basic unemployment allowance',
    'earnings-related-allowance': 'Earnings-related unemployment allowance',
    'social-assistance': 'Social assistance',
    wage: 'Wage',
    other: 'Another benefit',
    none: 'No benefits',
  },
});

export const knownReasons = [
  'intellectual-disability',
  'autism-spectrum',
  'neuropsychiatric',
  'mental-health',
  'substance-use',
  'social',
  'other',
] as const;
/** The five ways of not knowing; each is its own answer (domain.md Q5). */
export const unknownReasons = ['not-recorded', 'none', 'not-investigated', 'refused', 'not-allowed'] as const;
export const reasons = [...knownReasons, ...unknownReasons] as const;
export type Reason = (typeof reasons)[number];

/** Why an official opens somebody who has no matter any more. */
export const openingReasons = ['client-asked', 'complaint', 'correction', 'court', 'new-matter', 'other'] as const;
export const zOpeningReason = z.enum(openingReasons);
const fewestLetters = 10;
const unexplained = {
  fi: 'Kerro omin sanoin, miksi avaat asiakkaan: esimiehesi lukee syyn.',
  sv: 'Berätta med egna ord varför du öppnar klienten: din chef läser skälet.',
  en: 'Tell in your own words why you open the client: your supervisor reads the reason.',
};
/** What opens somebody is told in words, to the supervisor. */
export const zOpeningWords = saying(zLines(1000).min(fewestLetters)).refine(explains, { params: unexplained });

/** That somebody opened an ended client, without whom. */
export const zOpening = z.object({
  id: zId,
  worker: z.string(),
  reason: zOpeningReason,
  words: z.string(),
  openedAt: zInstant,
});
export type Opening = z.output<typeof zOpening>;

export const representativeKinds = [
  'relative',
  'custodian',
  'guardian',
  'attorney',
  'legal-representative',
  'support-person',
] as const;
export type RepresentativeKind = (typeof representativeKinds)[number];
/** Those of them who act for the client by law: a child's custodian, a guardian, an attorney for interests, another by law. */
export const legalKinds = [
  'custodian',
  'guardian',
  'attorney',
  'legal-representative',
] as const satisfies readonly RepresentativeKind[];
/** In which matters they act; social services are a personal matter, charges and payments financial ones. */
export const powers = ['personal', 'financial'] as const;
export type Power = (typeof powers)[number];

/** Mother tongues that a form offers, the most spoken in Finland and the sign languages; any other may be written. */
export const tongues = [
  'fi',
  'sv',
  'se',
  'smn',
  'sms',
  'fse',
  'fss',
  'rom',
  'et',
  'ru',
  'uk',
  'en',
  'ar',
  'so',
  'ku',
  'fa',
  'vi',
  'th',
  'zh',
  'sq',
  'tr',
  'es',
  'pl',
  'de',
  'fr',
  'my',
  'sw',
  'ti',
  'ne',
  'bn',
  'hi',
  'ro',
  'hu',
] as const;

/** A fact that was corrected or taken back: by which act, when, by whom and why. */
export const zCorrection = z.object({
  id: zId,
  act: z.string(),
  subjectId: zId,
  why: z.string(),
  by: z.string(),
  madeAt: zInstant,
});
export type Correction = z.output<typeof zCorrection>;

/** Why a fact is corrected or taken back; kept with the correction. */
export const zWhy = saying(zLines(1000).min(1));

/** As it is pasted: what is not seen in it is left out when it is read. */
const zPasted = z.string().max(200);

/** What is asked of a new client; only the name is a must. */
export const zNewClient = z.strictObject({
  familyName: zName.min(1),
  givenNames: zName,
  birthOn: zDay.nullable().default(null),
  identityCode: zPasted.nullable().default(null),
  gender: zGender.nullable().default(null),
  motherTongue: zLine.nullable().default(null),
  serviceLanguage: z.enum(serviceLanguages).default('fi'),
  easyLanguage: z.boolean().default(false),
  municipalityCode: z.string().max(10).nullable().default(null),
  phone: zPhone.nullable().default(null),
  email: zEmail.nullable().default(null),
  /** A protected address is marked when it is first heard of; whoever receives may mark it, officials lift it. */
  protected: z.boolean().default(false),
  contactInstead: zPaperLine.nullable().default(null),
  representative: z
    .strictObject({
      name: zName.min(1),
      kind: z.enum(representativeKinds),
      covers: z.array(z.enum(powers)).max(powers.length).default([]),
      phone: zPhone.nullable().default(null),
    })
    .nullable()
    .default(null),
});
export type NewClient = z.output<typeof zNewClient>;

/** A change of a client's details; what is left out stays. */
export const zClientChange = z.strictObject({
  familyName: zName.min(1).optional(),
  givenNames: zName.optional(),
  birthOn: zDay.nullable().optional(),
  identityCode: zPasted.nullable().optional(),
  gender: zGender.nullable().optional(),
  motherTongue: zLine.nullable().optional(),
  serviceLanguage: z.enum(serviceLanguages).optional(),
  easyLanguage: z.boolean().optional(),
  municipalityCode: z.string().max(10).nullable().optional(),
});
export type ClientChange = z.output<typeof zClientChange>;

export const zClient = z.object({
  id: zId,
  familyName: z.string(),
  givenNames: z.string(),
  birthOn: zDay.nullable(),
  age: z.int().nullable(),
  gender: zGender.nullable(),
  motherTongue: z.string().nullable(),
  serviceLanguage: z.enum(serviceLanguages),
  easyLanguage: z.boolean(),
  municipalityCode: z.string().nullable(),
  municipality: z.string().nullable(),
  identityMasked: z.string().nullable(),
  identityTemporary: z.boolean().nullable(),
  protected: z.boolean(),
});
export type Client = z.output<typeof zClient>;

/** What whoever keeps the register knows of a client without anything to do with the client. */
export const zInRegister = zClient.pick({
  id: true,
  familyName: true,
  givenNames: true,
  birthOn: true,
  municipality: true,
});

/** A record as one compares it. Where a protected person lives is not told: two records are told apart without it. */
export const zRecordCompared = zInRegister.extend({
  /** False where one knows of it by the register alone: what only those read who have to do with the client is then null or none. */
  open: z.boolean(),
  gender: zGender.nullable(),
  serviceLanguage: z.enum(serviceLanguages).nullable(),
  identityMasked: z.string().nullable(),
  identityTemporary: z.boolean().nullable(),
  protected: z.boolean(),
  likeness: z.enum(['same', 'likely', 'possible']).nullable(),
  referrals: z.array(z.object({ service: zService, receivedOn: zDay })),
  services: z.array(z.object({ service: zService, during: zRange })),
});

/** A client's name as lists show it: family name first, as in Finnish registers. */
export function listName({ familyName, givenNames }: Pick<Client, 'familyName' | 'givenNames'>): string {
  return givenNames ? `${familyName} ${givenNames}` : familyName;
}

/** Beside a name that several bear. */
const bornWords = texts({
  fi: { born: (when: string) => `s. ${when}` },
  sv: { born: (when) => `f. ${when}` },
  en: { born: (when) => `b. ${when}` },
});

interface Namesake {
  readonly birthOn: Day | null;
  readonly municipality: string | null;
}

/** What is said beside a name that others bear too: the birth year, the place where that is the same, the birthday where both are. */
export function apartFrom(one: Namesake, others: readonly Namesake[], language: Language): string | null {
  const born = (on: string | undefined) => (on ? bornWords[language].born(on) : '');
  const dayOf = ({ birthOn }: Namesake) => birthOn?.split('-').map(Number).toReversed().join('.');
  const ways: readonly ((of: Namesake) => string)[] = [
    ({ birthOn }) => born(birthOn?.slice(0, 4)),
    ({ birthOn, municipality }) => [born(birthOn?.slice(0, 4)), municipality].filter(Boolean).join(', '),
    (of) => [born(dayOf(of)), of.municipality].filter(Boolean).join(', '),
  ];
  const telling = ways.find((way) => way(one) !== '' && others.every((other) => way(other) !== way(one)));
  return (telling ?? ways[2])?.(one) || null;
}

/** An address as it stands, also one that was kept before addresses had a form. */
export const zAddress = z.object({
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  postOffice: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
/** An address as it is written down. */
export const zNewAddress = z.object({
  street: zPaperLine.nullable(),
  postalCode: zPostalCode.nullable(),
  postOffice: zPaperLine.nullable(),
  phone: zPhone.nullable(),
  email: zEmail.nullable(),
});
export type Address = z.output<typeof zAddress>;

/** How to reach a client: the address, or what stands instead of a protected one. */
export const zReach = z.object({
  protected: z.boolean(),
  contactInstead: z.string().nullable(),
  address: zAddress.nullable(),
});
export type Reach = z.output<typeof zReach>;

export const zBenefit = z.object({
  id: zId,
  benefit: z.enum(benefits),
  main: z.boolean(),
  /** The highest care allowance: who has it is assessed in days of law. */
  highest: z.boolean(),
  during: zRange,
});
/** What an edit of a benefit writes. */
export const zBenefitDetails = zBenefit.omit({ id: true });
export type BenefitDetails = z.output<typeof zBenefitDetails>;
export const zReason = z.object({ id: zId, reason: z.enum(reasons), during: zRange });
export const zRepresentative = z.object({
  id: zId,
  name: z.string(),
  kind: z.enum(representativeKinds),
  /** The matters in which they act for the client; nobody but those who act by law has any. */
  covers: z.array(z.enum(powers)),
  phone: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  postOffice: z.string().nullable(),
  email: z.string().nullable(),
  /** More of the task, as it was written. */
  powers: z.string().nullable(),
  during: zRange,
});
export type Representative = z.output<typeof zRepresentative>;
/** A representative as one is recorded. */
export const zNewRepresentative = z.strictObject({
  name: zName.min(1),
  kind: z.enum(representativeKinds),
  covers: z.array(z.enum(powers)).max(powers.length).default([]),
  phone: zPhone.nullable().default(null),
  street: zPaperLine.nullable().default(null),
  postalCode: zPostalCode.nullable().default(null),
  postOffice: zPaperLine.nullable().default(null),
  email: zEmail.nullable().default(null),
  powers: zText.nullable().default(null),
  during: zRange,
});
export type NewRepresentative = z.output<typeof zNewRepresentative>;

/** What two records are compared by when a client might be known already. */
export interface Known {
  readonly id: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthOn: Day | null;
  readonly sameIdentityCode: boolean;
  /** Family names that the client had before. */
  readonly formerFamilyNames?: readonly string[];
  /** Records joined as one person share it. */
  readonly personId?: string;
  /** Records of one identity code share it. */
  readonly codeKey?: string | null;
}

/** What a text that somebody types into a search can mean. */
export interface Search {
  /** Words of a name, a former name or a workplace, all of which must be there. */
  readonly words: readonly string[];
  readonly digits: string | null;
  readonly mail: string | null;
  readonly born: Day | null;
  /** The beginning of an identity code, as far as it is shown. */
  readonly code: string | null;
}

/** By which names, each as one word, and by which birthdays those are looked for who might be one person. */
export interface Candidates {
  readonly names: readonly string[];
  readonly births: readonly Day[];
}

export type Likeness = 'same' | 'likely' | 'possible';
export const zDuplicate = z.object({
  id: zId,
  name: z.string(),
  birthOn: zDay.nullable(),
  likeness: z.enum(['same', 'likely', 'possible']),
  /** The same person's other records, which are not told apart here. */
  alsoIds: z.array(zId),
});

/** By what a search found a client. */
export const foundBy = [
  'name',
  'identity-code',
  'birthday',
  'former-name',
  'phone',
  'email',
  'workplace',
  'similar',
] as const;
export const zFound = zInRegister.extend({ foundBy: z.enum(foundBy).nullable() });
export type Found = z.output<typeof zFound>;

/** The sign languages of Finland, which the platform cannot name. */
const signLanguages: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  fse: { fi: 'suomalainen viittomakieli', sv: 'finskt teckenspråk', en: 'Finnish Sign Language' },
  fss: {
    fi: 'suomenruotsalainen viittomakieli',
    sv: 'finlandssvenskt teckenspråk',
    en: 'Finland-Swedish Sign Language',
  },
};

/** A language's code in words; what is no code stays as it was written. */
export function languageName(code: string, language: Language): string {
  const signed = signLanguages[code];
  if (signed) return signed[language];
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}

/** What a representative is and does, in the words of every form and list that names one. */
export const representativeTexts = texts({
  fi: {
    kinds: {
      relative: 'Omainen',
      custodian: 'Huoltaja',
      guardian: 'Edunvalvoja',
      attorney: 'Edunvalvontavaltuutettu',
      'legal-representative': 'Muu laillinen edustaja',
      'support-person': 'Tukihenkilö',
    },
    covers: 'Missä asioissa edustaa',
    coversHelp: 'Sosiaalipalvelut ovat henkilöä koskevia asioita, maksut ja korvaukset taloudellisia.',
    coverNames: { personal: 'Henkilöä koskevat asiat', financial: 'Taloudelliset asiat' },
  },
  sv: {
    kinds: {
      relative: 'Anhörig',
      custodian: 'Vårdnadshavare',
      guardian: 'Intressebevakare',
      attorney: 'Intressebevakningsfullmäktig',
      'legal-representative': 'Annan laglig företrädare',
      'support-person': 'Stödperson',
    },
    covers: 'I vilka ärenden',
    coversHelp: 'Socialservice är ett ärende som gäller personen, avgifter och ersättningar är ekonomiska ärenden.',
    coverNames: { personal: 'Ärenden som gäller personen', financial: 'Ekonomiska ärenden' },
  },
  en: {
    kinds: {
      relative: 'Relative',
      custodian: 'Custodian',
      guardian: 'Guardian of interests',
      attorney: 'Attorney for interests',
      'legal-representative': 'Other legal representative',
      'support-person': 'Support person',
    },
    covers: 'Acts in which matters',
    coversHelp: 'Social services are a personal matter, charges and compensations financial ones.',
    coverNames: { personal: 'Personal matters', financial: 'Financial matters' },
  },
});

/** How a letter of the authority reaches the client and who acts for the client. */
export const ways = ['post', 'electronic', 'in-person'] as const;
export type ServingWay = (typeof ways)[number];

/** How a letter is given: a decision, a refusal to correct one, a request to be heard, what the body decided. */
export const servingTexts = texts({
  fi: {
    ways: { post: 'Kirjeenä postitse', electronic: 'Sähköisesti', 'in-person': 'Luovutettiin henkilökohtaisesti' },
    toRepresentatives: 'Annetaan tiedoksi myös',
    toRepresentativesHelp:
      'Kirje annetaan tiedoksi asiakkaalle ja jokaiselle, joka lain mukaan käyttää hänen puhevaltaansa henkilökohtaisissa asioissa.',
    childAlone: 'Lapsen huoltajaa ei ole kirjattu. Kirjaa hänet asiakkaan tietoihin ennen tiedoksiantoa.',
    representativeCopy: (name: string) => `Edustajan kappale, ${name} (PDF)`,
    noticeTo: { client: 'asiakas', representative: 'puolesta', copy: 'jäljennös' },
    translationOf: 'Käännös (PDF)',
    correctService: 'Korjaa tiedoksianto',
    serviceCorrected: 'Tiedoksianto korjattu.',
    whyService: 'Miksi korjataan',
  },
  sv: {
    ways: { post: 'Per brev', electronic: 'Elektroniskt', 'in-person': 'Överlämnades personligen' },
    toRepresentatives: 'Delges också',
    toRepresentativesHelp:
      'Brevet delges klienten och var och en som enligt lag för klientens talan i personliga angelägenheter.',
    childAlone: 'Barnets vårdnadshavare har inte antecknats. Anteckna hen bland klientens uppgifter före delgivningen.',
    representativeCopy: (name: string) => `Företrädarens exemplar, ${name} (PDF)`,
    noticeTo: { client: 'klienten', representative: 'för klienten', copy: 'kopia' },
    translationOf: 'Översättning (PDF)',
    correctService: 'Rätta delgivningen',
    serviceCorrected: 'Delgivningen har rättats.',
    whyService: 'Varför det rättas',
  },
  en: {
    ways: { post: 'By letter post', electronic: 'Electronically', 'in-person': 'Handed over in person' },
    toRepresentatives: 'Also served on',
    toRepresentativesHelp:
      'The letter is served on the client, and on everyone who by law acts for the client in personal matters.',
    childAlone: 'Nobody who has custody of the child is recorded. Record them in the client’s details before service.',
    representativeCopy: (name: string) => `Copy for ${name} (PDF)`,
    noticeTo: { client: 'client', representative: 'on behalf', copy: 'copy' },
    translationOf: 'Translation (PDF)',
    correctService: 'Correct the service of notice',
    serviceCorrected: 'Service of notice corrected.',
    whyService: 'Why it is corrected',
  },
});

/** Why something cannot be given to the client alone. */
export const servingRefusals = {
  'no-representative': {
    fi: 'Lapsen asiassa kirje annetaan tiedoksi myös huoltajalle, jota ei ole kirjattu. Kirjaa hänet asiakkaan tietoihin.',
    sv: 'I ett barns ärende delges brevet också vårdnadshavaren, som inte har antecknats. Anteckna hen bland klientens uppgifter.',
    en: 'In a child’s matter the letter is served also on whoever has custody, of whom nobody is recorded. Record them in the client’s details.',
  },
  'representative-left-out': {
    fi: 'Kirje annetaan tiedoksi myös jokaiselle, joka käyttää asiakkaan puhevaltaa henkilökohtaisissa asioissa',
    sv: 'Brevet delges också var och en som för klientens talan i personliga angelägenheter',
    en: 'The letter is served also on everyone who acts for the client in personal matters',
  },
  'does-not-act': {
    fi: 'Valittu henkilö ei käytä asiakkaan puhevaltaa henkilökohtaisissa asioissa sinä päivänä',
    sv: 'Den valda personen för inte klientens talan i personliga angelägenheter den dagen',
    en: 'Whoever is chosen does not act for the client in personal matters on that day',
  },
  'no-such-representative': {
    status: 404,
    fi: 'Edustajaa ei löytynyt',
    sv: 'Företrädaren hittades inte',
    en: 'The representative was not found',
  },
} as const satisfies Refusals;

/** To whom a letter was given, how and when. */
export const zNotice = z.object({
  id: zId,
  recipient: z.enum(['client', 'representative', 'copy']),
  /** Who else than the client. */
  name: z.string().nullable(),
  way: z.enum(ways).nullable(),
  sentOn: zDay.nullable(),
  servedOn: zDay,
});
export type Notice = z.output<typeof zNotice>;

/** To whom a letter must be given beside the client, and whether a translation goes beside it. */
export const zRecipients = z.object({
  /** Who acts for the client in personal matters today. */
  representatives: z.array(z.object({ id: zId, name: z.string(), kind: z.enum(representativeKinds) })),
  /** A child of whom nobody is recorded who acts for it. */
  lacksRepresentative: z.boolean(),
  translated: z.boolean(),
});
export type Recipients = z.output<typeof zRecipients>;

/** How a letter is given: on the day when it is sent or handed over, to the client and to who acts for the client. */
export const zServing = z.strictObject({
  way: z.enum(ways),
  sentOn: zDay,
  representativeIds: z.array(zId).max(10).default([]),
});
export type Serving = z.output<typeof zServing>;

/** A letter as it was given: by when it counts as served, and who got it beside the client. */
export interface Served {
  readonly way: ServingWay;
  readonly sentOn: Day;
  readonly servedOn: Day;
  /** The client, and whoever acts for the client, by the name of that day. */
  readonly recipients: readonly { readonly recipient: 'client' | 'representative'; readonly name: string | null }[];
}

/** Whom a letter is about, as much as its serving asks of it. */
export interface LetterParty {
  readonly age: number | null;
  readonly language: (typeof serviceLanguages)[number];
  readonly representatives: readonly Representative[];
}
