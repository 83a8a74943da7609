/**
 * In which situations a client is to a worker, and which relations a worker of each role then has. The matrix of access is
 * written from this table, and tests/matrix.test.ts walks a client into each situation and asks the gate of the database for the same.
 */
import type { Relation, Role } from '../kernel/relation.ts';
import type { Service } from '../kernel/service.ts';

export interface Situation {
  readonly name: string;
  readonly when: string;
  /** Has the client had a place, and so an account. */
  readonly placed: boolean;
  /** Is the worker one of another organiser. */
  readonly elsewhere?: true;
  /** Has the post other service tasks, where it has any. */
  readonly otherTask?: true;
  /** Roles that are not named have no relation. */
  readonly held: Readonly<Partial<Record<Role, readonly Relation[]>>>;
}

/** The service that a role works in; the others work in every service. */
export const serviceOfRole: Readonly<Partial<Record<Role, Service>>> = {
  coach: 'open-work',
  instructor: 'work-activity',
  'rehabilitative-instructor': 'rehabilitative-work',
};

const ofTeam = {
  coach: ['coach_of'],
  instructor: ['instructor_of'],
  'rehabilitative-instructor': ['instructor_of'],
  'social-worker': ['keeper_of', 'official_for'],
  finance: ['paymaster_for'],
  manager: ['supervisor_of'],
} as const satisfies Situation['held'];

const own = {
  ...ofTeam,
  coach: ['coach_of', 'responsible_for'],
  instructor: ['instructor_of', 'leader_of'],
  'rehabilitative-instructor': ['instructor_of', 'responsible_for'],
} as const satisfies Situation['held'];

const official = { 'social-worker': ['keeper_of', 'official_for'] } as const satisfies Situation['held'];
const supervised = { ...official, manager: ['supervisor_of'] } as const satisfies Situation['held'];
const register = { 'social-worker': ['keeper_of'] } as const satisfies Situation['held'];

export const situations = [
  {
    name: 'own',
    when: 'takes part; the worker is the one named for the client, or leads the group (instructor)',
    placed: true,
    held: own,
  },
  {
    name: 'colleague’s',
    when: 'takes part; another of the same team, unit or service task is named',
    placed: true,
    held: ofTeam,
  },
  {
    name: 'other unit',
    when: 'takes part; the post is of another team (coach), unit (instructors) or service task (social worker, finance, manager)',
    placed: true,
    otherTask: true,
    held: register,
  },
  {
    name: 'other organiser',
    when: 'takes part; the post is of another organiser',
    placed: true,
    elsewhere: true,
    held: {},
  },
  {
    name: 'pending',
    when: 'has been referred and waits for a decision',
    placed: false,
    held: { coach: ['receiver_of'], 'rehabilitative-instructor': ['receiver_of'], ...supervised },
  },
  { name: 'denied', when: 'was denied 1 to 59 days before', placed: false, held: supervised },
  {
    name: 'denied long ago',
    when: 'was denied 60 days before, and asked for no rectification',
    placed: false,
    held: register,
  },
  { name: 'ended', when: 'exited; was own, and the last day was 1 to 30 days before', placed: true, held: own },
  {
    name: 'ended long ago',
    when: 'exited; was own, and the last day was 31 days before',
    placed: true,
    held: { ...register, finance: ['paymaster_for'] },
  },
  {
    name: 'opened',
    when: 'as ended long ago, and a social worker opened it for a stated reason that day',
    placed: true,
    held: { ...official, finance: ['paymaster_for'] },
  },
] as const satisfies readonly Situation[];
export type SituationName = (typeof situations)[number]['name'];
