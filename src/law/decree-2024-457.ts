import type { ServiceTask } from '../kernel/service.ts';
import { enacted, type Statute, type StatuteWords, since } from './provision.ts';

const act: Statute = {
  number: '457/2024',
  title: {
    fi: 'Sosiaali- ja terveysministeriön asetus sosiaali- ja terveydenhuollon asiakastietojen käsittelystä',
    sv: 'Social- och hälsovårdsministeriets förordning om behandling av kunduppgifter inom social- och hälsovården',
    en: 'Decree of the Ministry of Social Affairs and Health on the Processing of Client Data',
  },
};
const source = '457/2024; first day from the digest';

/** The classes of tasks in social welfare that matter here; the supervisor of children's affairs is none of ours. */
export type TaskClass =
  | 'wide-responsibility'
  | 'arranging'
  | 'implementing'
  | 'administrative'
  | 'private-arranging'
  | 'private-implementing';

/** Section 10: how tasks are divided. */
export const taskClasses = enacted(
  act,
  '10',
  {
    fi: 'Sosiaalihuollon henkilöstön työtehtävät',
    sv: 'Arbetsuppgifter för personalen inom socialvården',
    en: 'Tasks of the staff of social welfare',
  },
  [since('2024-10-01', null, source)],
);

const subject: StatuteWords = {
  fi: 'Käyttöoikeus sosiaalihuollon asiakastietoihin',
  sv: 'Åtkomsträtt till klientuppgifter inom socialvården',
  en: 'Right to use client data of social welfare',
};
const right = (section: string) => enacted(act, section, subject, [since('2024-10-01', null, source)]);

export const wideResponsibility = right('12');
export const arranging = right('13');
export const implementing = right('15');
export const privateTasks = right('16');
export const administrative = right('17');

/** What there is to read of a client. */
export type DataClass =
  /** That one is a client, basic data, responsible worker. */
  'relationship-data' | 'plans-and-assessments' | 'decisions' | 'implementation';

export interface ReadingRequest {
  readonly data: DataClass;
  /** Is the document of the service task in which the asker works? */
  readonly task: ServiceTask;
  readonly ownTasks: readonly ServiceTask[];
  /** Is it of the service that the asker gives, or of one that essentially belongs to it? */
  readonly ownService: boolean;
}

/**
 * 457/2024 §§ 12-17: the most that a task class may read of a client with whom there is a relationship.
 * Necessity for the task at hand narrows it further (703/2023 § 9).
 */
export function mayRead(taskClass: TaskClass, query: ReadingRequest): boolean {
  if (query.data === 'relationship-data') return true;
  const ownTask = query.ownTasks.includes(query.task);
  switch (taskClass) {
    case 'wide-responsibility':
    case 'administrative':
      return true;
    case 'arranging':
      return query.task === 'working-age' || ownTask;
    case 'implementing':
      return query.data === 'plans-and-assessments' ? ownTask : query.ownService;
    case 'private-arranging':
    case 'private-implementing':
      if (query.data === 'decisions') return false;
      return query.data === 'plans-and-assessments' ? ownTask : query.ownService;
  }
}
