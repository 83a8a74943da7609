/**
 * Finds where a description begins: the title above its first question, the services it names, and who organises them.
 *
 * A title is told from an answer by its form (a service's name, no sentence) and by what follows it
 * (a question that has been answered already), since print and colour are lost in a text.
 */
import type { DocumentLine } from './lines.ts';

/**
 * The services as titles name them, longest first: of words that lie within others only the longer count.
 * 'Kehitysvammaisten työtoiminta ja työhönvalmennus' is work activity and job coaching.
 */
const serviceNames: readonly (readonly [RegExp, string])[] = [
  [/vammaisten (?:henkilöiden )?työllistymistä tukeva toiminta|27 ?d(?= |$)/u, 'employment-support-27d'],
  [/(?<!kehitys)vammaisten henkilöiden työtoiminta|27 ?e(?= |$)/u, 'work-activity-27e'],
  [/(?:vaikeavammaisten|vaikeasti vammaisten) päivätoiminta/u, 'day-activity-severe'],
  [/kuntouttava työtoiminta/u, 'rehabilitative-work'],
  [
    /(?:kehitysvammaisten )?päivä ja työtoiminta|(?:kehitysvammaisten )?työ ja päivätoiminta/u,
    'work-activity+day-activity',
  ],
  [/(?:kehitysvammaisten )?päivätoiminta/u, 'day-activity'],
  [/avotyö(?:toiminta)?/u, 'open-work'],
  [/tuettu työ(?:llistyminen)?/u, 'supported-employment'],
  [/työ(?:hön)?valmennus/u, 'job-coaching'],
  [/(?:kehitysvammaisten )?työtoiminta/u, 'work-activity'],
  [
    /verksamhet som stöder sysselsättning(?:en)?(?: av| för)? personer med funktionsnedsättning/u,
    'employment-support-27d',
  ],
  [/arbetsverksamhet för personer med funktionsnedsättning/u, 'work-activity-27e'],
  [/dagverksamhet för (?:personer med svår funktionsnedsättning|gravt handikappade)/u, 'day-activity-severe'],
  [/arbetsverksamhet i rehabiliteringssyfte|rehabiliterande arbetsverksamhet/u, 'rehabilitative-work'],
  [/dagverksamhet/u, 'day-activity'],
  [/öppet arbete|öppen arbetsverksamhet/u, 'open-work'],
  [/stödd sysselsättning|stött arbete/u, 'supported-employment'],
  [/arbetsträning/u, 'job-coaching'],
  [/arbetsverksamhet/u, 'work-activity'],
  [/employment supporting activity/u, 'employment-support-27d'],
  [/work activity for (?:disabled persons|persons with disabilities)/u, 'work-activity-27e'],
  [/day activity for (?:severely disabled persons|the severely disabled)/u, 'day-activity-severe'],
  [/rehabilitative work(?: activity)?/u, 'rehabilitative-work'],
  [/day activity/u, 'day-activity'],
  [/open work(?: activity)?/u, 'open-work'],
  [/supported employment/u, 'supported-employment'],
  [/job coaching/u, 'job-coaching'],
  [/work activity/u, 'work-activity'],
];

/** Words in small letters with single spaces; all else becomes a space. */
export function plainWords(text: string): string {
  return text
    .toLocaleLowerCase('fi')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The services that a title names, in the order of the title, and what is left of it without their names. */
export function servicesNamed(title: string): { services: string[]; rest: string } {
  let left = plainWords(title);
  const hits: { at: number; service: string }[] = [];
  for (const [name, service] of serviceNames) {
    const whole = new RegExp(`(?<=^| )(?:${name.source})(?= |$)`, 'gu');
    left = left.replace(whole, (hit, at: number) => {
      hits.push({ at, service });
      return '#'.repeat(hit.length);
    });
  }
  const services = hits.sort((a, b) => a.at - b.at).flatMap((hit) => hit.service.split('+'));
  return { services: [...new Set(services)], rest: left.replace(/#+/gu, ' ').replace(/ +/gu, ' ').trim() };
}

/** What only a sentence has: its end, or a verb such as 'on' and 'järjestetään'. */
const sentence =
  /[.!?…]["”)]?$|(?:^|\s)(?:on|ovat|ei|eivät|oli|voi|tulee|är|inte|is|are|not|\p{L}{3,}[td](?:aan|ään))(?=[\s,]|$)/iu;

/** A name of a place or an organisation after the first word. */
const properName = /\s\p{Lu}[\p{Ll}-]{2,}/u;

const regions =
  'ahvenanmaa|etelä-karjala|etelä-pohjanmaa|etelä-savo|itä-uusimaa|kainuu|kanta-häme|keski-pohjanmaa|keski-suomi|keski-uusimaa|kymenlaakso|lappi|länsi-uusimaa|pirkanmaa|pohjanmaa|pohjois-karjala|pohjois-pohjanmaa|pohjois-savo|päijät-häme|satakunta|uusimaa|vantaa ja kerava|varsinais-suomi|helsinki';
const regionName = new RegExp(`^(?:${regions})$`, 'iu');

const organisationWord =
  /(?:kaupunki|kunta|kuntayhtymä|hyvinvointialue|yhteistoimin(?:t)?a[\s–-]*alue|perusturva|perusturvakeskus|palvelut|liikelaitos|sairaanhoitopiiri|stad|kommun|samkommun|välfärdsområde|samarbetsområde|county|city|municipality|authority|association|yhdistys|säätiö|oy)$/iu;

/** A title's lines within a run of text: from the first to before the last. */
export interface TitleSpan {
  readonly from: number;
  readonly to: number;
}

const MOST_TITLE_LINES = 5;

/**
 * The title that ends a run of text right above a question.
 * `sure` says that another description must begin here, since the question that follows has been asked already.
 */
export function titleAtEnd(run: readonly DocumentLine[], sure: boolean): TitleSpan | null {
  for (let from = run.length - 1; from >= Math.max(0, run.length - MOST_TITLE_LINES); from--) {
    const title = run.slice(from);
    if (title.some((one, i) => sentence.test(one.text) || (one.mark !== null && !(i === 0 && /\d/u.test(one.mark)))))
      return null;
    if (plainWords(title.map((one) => one.text).join(' ')).split(' ').length > 40) return null;
    const { services } = servicesNamed(run[from]?.text ?? '');
    if (services.length === 0) continue;
    const span = { from: withLinesAbove(run, from), to: run.length };
    const startsPage = run.slice(span.from, span.to).some((one) => one.startsPage);
    // Unless it must be one, a bare service's name below other text is taken for the last line of that text.
    const namesMore = properName.test(run[from]?.text ?? '') && beginsWithService(run[from]?.text ?? '');
    return sure || startsPage || (span.from > 0 && namesMore) ? span : null;
  }
  return null;
}

function beginsWithService(text: string): boolean {
  const first = servicesNamed(text.split(/\s+/u).slice(0, 6).join(' '));
  return first.services.length > 0 && !plainWords(text).startsWith(first.rest.split(' ')[0] || '#');
}

/** Lines above that the title goes on from: one that ends in 'ja', or the name of a place or an organisation. */
function withLinesAbove(run: readonly DocumentLine[], first: number): number {
  let from = first;
  for (let above = run[from - 1]; above && above.mark === null && first - from < 3; above = run[from - 1]) {
    const open =
      /(?:,|\s(?:ja|sekä|och|samt|and))$/iu.test(above.text) && servicesNamed(above.text).services.length > 0;
    if (!open && !isPlaceLine(above, run[from] as DocumentLine, from === 1)) break;
    from--;
    if (!open) break;
  }
  return from;
}

/** A line that is all of its answer is one only at the top of a page: 'Satakunta' can be an answer, too. */
function isPlaceLine(line: DocumentLine, next: DocumentLine, alone: boolean): boolean {
  if (alone && !line.startsPage) return false;
  if (sentence.test(line.text) || !/^\p{Lu}/u.test(line.text)) return false;
  // A page that breaks within a title leaves a region's name alone on a page.
  if (next.startsPage) return line.startsPage && regionName.test(line.text);
  if (regionName.test(line.text)) return true;
  return next.gap === 0 && (line.startsPage || line.gap > 1) && line.text.split(' ').length <= 4;
}

/**
 * A title with other text between it and the first question: it names a service and begins a page,
 * or, where a description must begin (`sure`), it names a place, too.
 */
export function titleAbove(run: readonly DocumentLine[], sure: boolean): TitleSpan | null {
  for (let last = run.length - 1; last >= 0; last--) {
    const line = run[last] as DocumentLine;
    if (line.mark !== null || sentence.test(line.text) || !beginsWithService(line.text)) continue;
    const from = withLinesAbove(run, last);
    let to = last + 1;
    const goesOn = (line: DocumentLine | undefined) =>
      line?.gap === 0 && line.mark === null && !sentence.test(line.text);
    while (to - last < 3 && goesOn(run[to])) to++;
    const first = run[from] as DocumentLine;
    const named = run.slice(from, to).some((one) => properName.test(one.text) || regionName.test(one.text));
    if (first.startsPage || (sure && named)) return { from, to };
  }
  return null;
}

/** A last line that could be a title by its form alone, where it is known that a description begins. */
export function titleByForm(run: readonly DocumentLine[]): TitleSpan | null {
  const last = run.at(-1);
  if (!last || last.mark !== null || sentence.test(last.text) || !/^\p{Lu}/u.test(last.text)) return null;
  return last.text.length > 120 ? null : { from: run.length - 1, to: run.length };
}

const knownOrganisers: readonly (readonly [RegExp, string])[] = [
  [/porin perusturvan? ?(?:yhteistoimin(?:t)?a ?alue\p{L}*)?/u, 'pori-perusturva'],
  [/porin kaupungin työllisyyspalvelu\p{L}*|(?:^| )pori työllisyyden kuntakokeilu/u, 'pori-tyollisyys'],
  [/rauman kaupun\p{L}+|(?:^| )rauma(?: |$)/u, 'rauma'],
];

const knownIn = (text: string): string[] => {
  const words = plainWords(text);
  return knownOrganisers.filter(([name]) => name.test(words)).map(([, code]) => code);
};

/**
 * Who organises: our code where we know the name, else the name as it stands.
 * The answer to Q2 tells it when it begins with an organisation's name; an answer in whole sentences does not, and the title does.
 */
export function organiserOf(answer: string, title: string): { organiser: string; name: string } {
  const named = nameIn(answer);
  const inTitle = knownIn(title);
  if (named !== null) {
    const inAnswer = knownIn(answer);
    const code = inTitle.find((one) => inAnswer.includes(one)) ?? knownIn(named)[0];
    const clause = answer.split(/[,;(.\n]/u).find((part) => code !== undefined && knownIn(part).includes(code));
    return { organiser: code ?? named, name: clause?.trim() ?? named };
  }
  const rest = placeIn(title);
  if (inTitle[0]) return { organiser: inTitle[0], name: rest };
  return { organiser: /^satakun(?:ta|nan)\P{L}*$/iu.test(rest) ? 'satakunta' : rest, name: rest };
}

/** The name with which an answer begins: 'Rauman kaupunki' of 'Rauman kaupunki, sosiaalipalvelut, vammaispalvelut'. */
function nameIn(answer: string): string | null {
  const first = /^[^,;(.:\n]*/u.exec(answer.replace(/^[-–\s]+/u, ''))?.[0].trim() ?? '';
  const words = first.split(/\s+/u).length;
  if (first === '' || words > 7 || !/^[\p{Lu}\p{N}]/u.test(first)) return null;
  if (/(?:^|\s)(?:on|ovat|ei|järjestää|järjestävät|ordnar|arranges?|is|är)(?=\s|$)/iu.test(first))
    return nameBeforeVerb(first);
  return organisationWord.test(first) || (words <= 3 && knownIn(first).length > 0) || shortName(answer, first)
    ? first
    : null;
}

/** 'Palvelun järjestää Rauman kaupunki' and 'Rauman kaupunki järjestää palvelun' both name it. */
function nameBeforeVerb(text: string): string | null {
  const parts = text.split(/\s+(?:on|järjestää|järjestävät|ordnar|arranges?|is|är)(?:\s+|$)/iu);
  return (
    parts.find((part) => organisationWord.test(part) && /^\p{Lu}/u.test(part) && part.split(/\s+/u).length <= 5) ?? null
  );
}

/** An answer of a few words and no sentence is a name, whatever its form. */
function shortName(answer: string, first: string): boolean {
  return answer.trim().split(/\s+/u).length <= 8 && !/\.$/u.test(answer.trim()) && first.length > 2;
}

/** What a title says besides services, laws and sections: 'Satakunta Rauma'. */
function placeIn(title: string): string {
  const parts = title
    .replace(/\([^)]*\)/gu, ' ')
    .split(/(?<=[,;:–—])\s+|\s+/u)
    .filter((word) => word !== '');
  const saved: string[] = [];
  const serviceWords = new Set(
    'kehitysvammaisten vaikeavammaisten vammaisten henkilöiden työllistymistä tukeva toiminta työtoiminta päivätoiminta työhönvalmennus työvalmennus kuntouttava avotyö tuettu työ ja sekä shl laki § 27 d e arbetsverksamhet dagverksamhet arbetsträning i rehabiliteringssyfte och för personer med work day activity job coaching rehabilitative and for'.split(
      ' ',
    ),
  );
  for (const part of parts) if (!serviceWords.has(plainWords(part)) && plainWords(part) !== '') saved.push(part);
  return saved
    .join(' ')
    .replace(/[\s,;:–—-]+$/u, '')
    .replace(/^[\s,;:–—-]+/u, '');
}
