import { organiserByCode } from '../casework/organiser/reads.ts';
import { organiserTexts } from '../casework/organiser/texts.ts';
import { type ServiceGroup, serviceGroups } from '../casework/organiser/words.ts';
import { type Asker, type NotReckoned, reckonFrom } from '../figures/frame/compute.ts';
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Service } from '../kernel/service.ts';
import { cite, isProvisionId } from '../law/provisions.ts';
import type { Read } from '../server/database/pool.ts';
import { questions } from './questions.ts';
import { authoredAnswers, statutesOn, titleOf } from './reads.ts';
import type { Description } from './words.ts';

export interface DescriptionQuery {
  readonly organiser: string;
  /** A group, or a service: its group's texts, its own figures. */
  readonly service: Service | ServiceGroup;
  readonly asOf: Day;
  /** Nobody asked for the day: outside the organiser it becomes the end of the last month. */
  readonly anyDay?: boolean;
  readonly knownAt?: string | undefined;
  readonly language: Language;
}

/** The group whose texts answer for a service. */
export function groupOf(service: Service | ServiceGroup): ServiceGroup {
  if (service in serviceGroups) return service as ServiceGroup;
  const matches = Object.entries(serviceGroups).find(([, services]) =>
    (services as readonly Service[]).includes(service as Service),
  );
  return matches?.[0] as ServiceGroup;
}

/**
 * The seventeen questions, each with the authored answer and the figures that answer it, on a day and as known at an instant.
 * A question without an authored answer says so, and a figure without data says so: never a zero instead. Or says why it is
 * not answered: there is no such organiser, or from outside it may not be asked so.
 */
export async function describeServices(
  tx: Read,
  query: DescriptionQuery,
  asker: Asker,
): Promise<Description | NotReckoned> {
  const { organiser: code, service, knownAt, language } = query;
  const organiser = await organiserByCode(tx, code, language);
  if (!organiser) return 'no-such-organiser';
  const group = groupOf(service);
  const reckoned = await reckonFrom(tx, query, asker);
  if (typeof reckoned === 'string') return reckoned;
  const { asOf } = reckoned;
  const authored = new Map((await authoredAnswers(tx, organiser.id, group)).map((one) => [one.question, one]));
  const services = service in serviceGroups ? [...serviceGroups[group]] : [service as Service];
  const statutes = await statutesOn(tx, services, asOf);
  return {
    organiser: { code, name: organiser.name },
    group,
    services,
    title: (await titleOf(tx, organiser.id, group)) ?? organiserTexts[language].groups[group],
    asOf,
    knownAt: knownAt ?? null,
    inside: reckoned.inside,
    mayWrite: false,
    statutes: statutes.map((id) => (isProvisionId(id) ? cite(id, language) : id)),
    questions: questions.map(({ id, wording }) => {
      const answer = authored.get(id);
      return {
        id,
        question: wording[language].asked,
        heading: answer?.heading ?? null,
        answered: answer?.answered ?? false,
        text: answer?.answered ? answer.text : null,
        language: answer?.answered ? answer.language : null,
        writtenOn: answer?.writtenOn ?? null,
        writtenBy: answer?.writtenBy ?? null,
        version: answer?.version ?? null,
        figures: reckoned.figures.filter(({ question }) => question === id),
      };
    }),
  };
}
