import { FilePdfIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Card, Facts } from '../../../web/kit/card.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBackDialog } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { assessmentTexts } from '../texts.ts';
import type { AssessmentClock } from '../words.ts';
import { WriteAssessment } from './write-assessment.tsx';

const { addressOf, useAsk, useDo } = apiOf<typeof acts>();

interface MatterProps {
  readonly clientId: string;
  readonly referralId: string;
}

type Opened = 'begin' | 'write' | 'take-back' | null;

interface AssessmentCardProps extends MatterProps {
  readonly pending: boolean;
  /** Who is beside the client: the assessment says whether somebody must be. */
  readonly children?: ReactNode;
}

/** The assessment of a matter with its clock, and what can be done to it; it is begun while the matter is pending. */
export function AssessmentCard({ clientId, referralId, pending, children }: AssessmentCardProps) {
  const words = useTexts(assessmentTexts);
  const { data } = useAsk('assessmentOf', { clientId, referralId });
  const [open, setOpen] = useState<Opened>(null);
  const close = () => setOpen(null);
  if (!data || (data.assessment === null && !pending)) return null;
  const { assessment, clock, basis, permitted } = data;
  const finished = assessment?.finishedOn != null;
  const maySee = assessment !== null;
  return (
    <Card
      title={words.title}
      actions={
        !maySee &&
        permitted.includes('beginAssessment') && (
          <Button size="small" variant="secondary" type="button" onClick={() => setOpen('begin')}>
            {words.begin}
          </Button>
        )
      }
    >
      {assessment === null && <p className="muted">{words.none}</p>}
      {clock && (clock.begunLate || assessment === null) && <Clock clock={clock} basis={basis} begun={maySee} />}
      {assessment && <Content assessment={assessment} />}
      {assessment && (
        <Row>
          {finished && (
            <a
              href={addressOf('assessmentPaper', { clientId, assessmentId: assessment.id })}
              target="_blank"
              rel="noreferrer"
            >
              <FilePdfIcon aria-hidden="true" /> {words.paper}
            </a>
          )}
          {permitted.includes(finished ? 'correctAssessment' : 'writeAssessment') && (
            <Button size="small" variant="secondary" type="button" onClick={() => setOpen('write')}>
              {finished ? words.correct : words.write}
            </Button>
          )}
          {permitted.includes('takeBackAssessment') && (
            <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('take-back')}>
              {words.takeBack}
            </Button>
          )}
        </Row>
      )}
      {children}
      {open === 'begin' && <BeginAssessment clientId={clientId} referralId={referralId} close={close} />}
      {open === 'write' && assessment && (
        <WriteAssessment
          clientId={clientId}
          assessment={assessment}
          version={assessment.version}
          decided={!pending}
          close={close}
        />
      )}
      {open === 'take-back' && assessment && (
        <TakeBackAssessment
          clientId={clientId}
          assessmentId={assessment.id}
          version={assessment.version}
          decided={!pending}
          close={close}
        />
      )}
    </Card>
  );
}

interface ClockProps {
  readonly clock: AssessmentClock;
  readonly basis: string;
  readonly begun: boolean;
}

function Clock({ clock, basis, begun }: ClockProps) {
  const words = useTexts(assessmentTexts);
  const format = useFormat();
  const tag = useAssessmentTag();
  return (
    <Row>
      <span>
        {words.beginBy(format.day(clock.beginBy))} <span className="muted">({basis})</span>
      </span>
      <Tag {...tag(clock, begun)} />
    </Row>
  );
}

/** How the clock of a beginning stands, in words of its own tone. */
export function useAssessmentTag() {
  const words = useTexts(assessmentTexts);
  return ({ daysLeft, begunLate }: AssessmentClock, begun: boolean) => {
    if (begun) return { tone: begunLate ? 'warning' : 'neutral', children: words.begunLate(-daysLeft) } as const;
    if (daysLeft < 0) return { tone: 'danger', children: words.beginOver(-daysLeft) } as const;
    if (daysLeft === 0) return { tone: 'danger', children: words.beginToday } as const;
    return { tone: 'warning', children: words.beginLeft(daysLeft) } as const;
  };
}

function Content({
  assessment,
}: {
  readonly assessment: NonNullable<OutputOf<typeof acts.assessmentOf>['assessment']>;
}) {
  const words = useTexts(assessmentTexts);
  const format = useFormat();
  const { finishedOn, need } = assessment;
  const answer = (value: boolean | null) => (value === null ? null : value ? words.yes : words.no);
  const facts: readonly (readonly [string, string | null])[] = [
    [words.tookPart, assessment.tookPart],
    [words.situation, assessment.situation],
    [words.clientView, assessment.clientView ?? assessment.viewMissingBecause],
    [words.conclusions, assessment.conclusions],
    [words.need, need && words.needs[need]],
    [words.specialSupport, answer(assessment.specialSupport)],
    [words.ownWorker, [answer(assessment.ownWorker), assessment.ownWorkerView].filter(Boolean).join('. ') || null],
  ];
  return (
    <>
      <Row>
        <span className="muted">{words.by(assessment.begunBy, format.day(assessment.begunOn))}</span>
        <Tag tone={finishedOn ? 'success' : 'info'}>{finishedOn ? words.done(format.day(finishedOn)) : words.open}</Tag>
      </Row>
      <Facts facts={facts.filter((one): one is readonly [string, string] => one[1] !== null)} />
    </>
  );
}

interface StepProps {
  readonly clientId: string;
  readonly close: () => void;
}

/** The next step of the assessment of a matter: begins it, or goes on writing it. */
export function AssessmentStep({ clientId, referralId, close }: MatterProps & { readonly close: () => void }) {
  const { data } = useAsk('assessmentOf', { clientId, referralId });
  if (!data) return null;
  const { assessment } = data;
  if (assessment === null) return <BeginAssessment clientId={clientId} referralId={referralId} close={close} />;
  return (
    <WriteAssessment
      clientId={clientId}
      assessment={assessment}
      version={assessment.version}
      decided={false}
      close={close}
    />
  );
}

function BeginAssessment({ clientId, referralId, close }: MatterProps & { readonly close: () => void }) {
  const words = useTexts(assessmentTexts);
  const toast = useToast();
  const today = useToday();
  const begin = useDo('beginAssessment');
  const form = useForm({
    initial: { begunOn: today as Day | null },
    send: ({ begunOn }) => begin.mutateAsync({ clientId, referralId, begunOn: begunOn as Day }),
    done: () => {
      toast({ done: words.begun, next: words.begunNext });
      close();
    },
  });
  return (
    <Dialog title={words.begin} close={close}>
      <Form form={form} submit={words.begin} cancel={close}>
        <DayField {...form.field('begunOn')} label={words.begunOn} today={today} max={today} />
      </Form>
    </Dialog>
  );
}

interface TakeBackProps extends StepProps {
  readonly decided: boolean;
  readonly assessmentId: string;
  readonly version: string;
}

function TakeBackAssessment({ clientId, assessmentId, version, decided, close }: TakeBackProps) {
  const words = useTexts(assessmentTexts);
  const takeBack = useDo('takeBackAssessment');
  return (
    <TakeBackDialog
      words={{ takeBack: words.takeBack, why: words.why, takenBack: words.takenBack }}
      follows={decided ? `${words.takeBackHelp} ${words.decidedOn}` : words.takeBackHelp}
      seen={version}
      send={(why, seen) => takeBack.mutateAsync({ clientId, assessmentId, why, seen })}
      close={close}
    />
  );
}
