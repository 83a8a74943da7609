import {
  ChatExclamationmarkIcon,
  EnvelopeClosedIcon,
  FileTextIcon,
  MagnifyingGlassIcon,
  PencilIcon,
  PhoneIcon,
  PlayIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import { assessmentTexts } from '../../../casework/assessment/texts.ts';
import { useRecordContact } from '../../../casework/coaching/panels/recording.tsx';
import { coachingTexts } from '../../../casework/coaching/texts.ts';
import { referralTexts } from '../../../casework/referral/texts.ts';
import { daysBetween } from '../../../kernel/day.ts';
import type { OutputOf } from '../../../server/act.ts';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { WorklistRow } from '../../../web/kit/worklist.tsx';
import { clientAt, pageAt } from '../../app/pages.ts';
import type { waitingBoard } from '../board.ts';
import { officialTexts } from '../texts.ts';

export type WaitingRow = OutputOf<typeof waitingBoard>['rows'][number];
type Row = WaitingRow;

/** A row in words: since when it waits, how long there is, and the next step by its name. */
export function useWaitingRow(act: (row: Row) => void): (row: Row) => WorklistRow {
  const words = useTexts(officialTexts);
  const { sources } = useTexts(referralTexts);
  const coaching = useTexts(coachingTexts);
  const format = useFormat();
  const { recordNow, isRecording } = useRecordContact();
  const today = useToday();
  // A matter may have waited for years: of another year the year is told.
  const cameOn = (on: Row['since']) => format.dayBy(on, today);
  const call = (row: Row) =>
    row.handled
      ? [
          {
            label: coaching.recordKinds.call(row.name),
            words: coaching.kinds.call,
            icon: <PhoneIcon aria-hidden="true" />,
            act: () => void recordNow({ clientId: row.clientId, referralId: row.id, name: row.name }, 'call'),
            busy: isRecording(row.id, 'call'),
          },
        ]
      : [];
  const standing = ({ presented }: Row) => {
    if (!presented) return null;
    if (presented.returned) return words.sentBack(presented.by);
    return presented.toMe ? words.presentedToMe(presented.by) : words.presentedTo(presented.to);
  };
  const steps: Readonly<Record<Row['next'], (row: Row) => Pick<WorklistRow, 'middle' | 'step' | 'actions'>>> = {
    assess: (row) => ({
      middle: words.arrived(sources[row.source ?? 'other'], cameOn(row.since)),
      step: {
        label: words.act.assess(row.name),
        words: words.step.assess,
        icon: <MagnifyingGlassIcon aria-hidden="true" />,
        to: pageAt('/clients/$clientId/matters/$referralId', { clientId: row.clientId, referralId: row.id }),
      },
      actions: call(row),
    }),
    plan: (row) => ({
      middle: [words.arrived(sources[row.source ?? 'other'], cameOn(row.since)), row.drafted && words.drafted]
        .filter(Boolean)
        .join(', '),
      step: row.drafted
        ? {
            label: words.act.sign(row.name),
            words: words.step.sign,
            icon: <PencilIcon aria-hidden="true" />,
            to: pageAt('/clients/$clientId', { clientId: row.clientId, tab: 'plan' }),
          }
        : {
            label: words.act.plan(row.name),
            words: words.step.plan,
            icon: <TasklistIcon aria-hidden="true" />,
            to: pageAt('/clients/$clientId/plan/new', { clientId: row.clientId, referral: row.id }),
          },
      actions: call(row),
    }),
    decide: (row) => ({
      middle: `${words.arrived(sources[row.source ?? 'other'], cameOn(row.since))}, ${standing(row) ?? words.planned}`,
      step: {
        label: row.mayDecide ? words.act.decide(row.name) : words.act.prepare(row.name),
        words: row.mayDecide ? words.step.decide : words.step.prepare,
        icon: <FileTextIcon aria-hidden="true" />,
        to: pageAt('/clients/$clientId/decide', { clientId: row.clientId, referral: row.id }),
      },
      actions: call(row),
    }),
    serve: (row) => ({
      middle: words.decided(format.day(row.since)),
      actions: [
        {
          label: words.act.serve(row.name),
          words: words.step.serve,
          icon: <EnvelopeClosedIcon aria-hidden="true" />,
          act: () => act(row),
        },
      ],
    }),
    start: (row) => ({
      middle: words.decided(format.day(row.since)),
      step: {
        label: words.act.start(row.name),
        words: words.step.start,
        icon: <PlayIcon aria-hidden="true" />,
        to: pageAt('/clients/$clientId/start', { clientId: row.clientId, decision: row.id }),
      },
    }),
    review: (row) => ({
      middle: words.made(format.day(row.since)),
      actions: [
        {
          label: words.act.review(row.name),
          words: words.step.review,
          icon: <ChatExclamationmarkIcon aria-hidden="true" />,
          act: () => act(row),
        },
      ],
    }),
    resume: (row) => ({
      middle: words.interrupted(format.day(row.since)),
      step: {
        label: words.act.resume(row.name),
        words: words.step.resume,
        icon: <PlayIcon aria-hidden="true" />,
        to: pageAt('/clients/$clientId', { clientId: row.clientId, tab: 'plan' }),
      },
    }),
  };
  const tag = useTag();
  return (row) => ({
    key: `${row.step} ${row.id}`,
    name: row.name,
    to: clientAt(row.clientId),
    secondary: row.serviceName,
    tag: tag(row),
    who: row.who,
    ...steps[row.next](row),
  });
}

function useTag(): (row: Row) => WorklistRow['tag'] {
  const words = useTexts(officialTexts);
  const assessing = useTexts(assessmentTexts);
  const format = useFormat();
  const today = useToday();
  return ({ step, daysLeft, executionLeft, dueOn, soon, assessBy }) => {
    // What is to begin sooner is told first; a late beginning as well, until the assessment begins.
    if (assessBy !== null) {
      const days = daysBetween(today, assessBy);
      if (days < 0) return { words: assessing.beginOver(-days), tone: 'danger' };
      return days === 0
        ? { words: assessing.beginToday, tone: 'danger' }
        : { words: assessing.beginLeft(days), tone: 'warning' };
    }
    const left = daysLeft ?? 0;
    // What is granted and has not begun is not carried out: the same clock goes on.
    const execution = executionLeft ?? 0;
    switch (step) {
      case 'decide':
        if (left < 0) return { words: words.daysOver(-left), tone: 'danger' };
        if (left === 0) return { words: words.dueToday, tone: 'danger' };
        return { words: words.daysLeft(left), tone: soon ? 'warning' : 'neutral' };
      case 'serve':
        return { words: words.toServe, tone: 'warning' };
      case 'start':
        if (execution < 0) return { words: words.daysOver(-execution), tone: 'danger' };
        if (soon) return { words: words.daysLeft(execution), tone: 'warning' };
        return dueOn && left > 0
          ? { words: words.begins(format.dayBy(dueOn, today)), tone: 'neutral' }
          : { words: words.couldBegin, tone: 'accent' };
      case 'review':
        if (left < 0) return { words: words.reviewLate(-left), tone: 'danger' };
        return { words: words.reviewOn(dueOn ? format.dayBy(dueOn, today) : ''), tone: 'warning' };
      case 'resume':
        return { words: words.rests, tone: 'neutral' };
    }
  };
}
