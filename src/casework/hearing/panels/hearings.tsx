import { FilePdfIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useState } from 'react';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { InputOf, OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { ChecksField, RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBackDialog } from '../../../web/take-back.tsx';
import { representativeChoices } from '../../client/rules.ts';
import { type Recipients, representativeTexts, type ServingWay, servingTexts, ways } from '../../client/words.ts';
import type * as acts from '../acts.ts';
import { fewestDaysToAnswer } from '../rules.ts';
import { hearingTexts } from '../texts.ts';

const { addressOf, useAsk, useDo } = apiOf<typeof acts>();

type Hearing = OutputOf<typeof acts.hearingsOf>['hearings'][number];

interface MatterProps {
  readonly clientId: string;
  readonly referralId: string;
}

/** How the client was heard in a matter, with what can be done to each hearing; `may` new ones while it is pending. */
export function Hearings({ clientId, referralId, pending }: MatterProps & { readonly pending: boolean }) {
  const words = useTexts(hearingTexts);
  const { data } = useAsk('hearingsOf', { clientId, referralId });
  const [asking, setAsking] = useState(false);
  if (!data || (data.hearings.length === 0 && !pending)) return null;
  const may = (act: (typeof data.permitted)[number]) => data.permitted.includes(act);
  return (
    <Card
      title={words.title}
      actions={
        pending &&
        data.heard !== 'open' &&
        may('hearClient') && (
          <Button size="small" variant="secondary" type="button" onClick={() => setAsking(true)}>
            {words.hear}
          </Button>
        )
      }
    >
      <p className="muted">{words.heard[data.heard]}</p>
      <Entries>
        {data.hearings.map((hearing) => (
          <OneHearing
            key={hearing.id}
            clientId={clientId}
            hearing={hearing}
            recipients={data}
            mayRecord={may('recordAnswer')}
            mayTakeBack={pending && may('takeBackHearing')}
            mayCorrect={may('correctHearing')}
          />
        ))}
      </Entries>
      {asking && <Hear clientId={clientId} referralId={referralId} recipients={data} close={() => setAsking(false)} />}
    </Card>
  );
}

interface OneProps {
  readonly clientId: string;
  readonly hearing: Hearing;
  readonly recipients: Recipients;
  readonly mayRecord: boolean;
  readonly mayTakeBack: boolean;
  readonly mayCorrect: boolean;
}

function OneHearing({ clientId, hearing, recipients, mayRecord, mayTakeBack, mayCorrect }: OneProps) {
  const words = useTexts(hearingTexts);
  const { ways: named, noticeTo, representativeCopy, translationOf } = useTexts(servingTexts);
  const format = useFormat();
  const today = useToday();
  const [open, setOpen] = useState<'answer' | 'take-back' | 'correct' | 'take-back-answer' | null>(null);
  const close = () => setOpen(null);
  const { id: hearingId, answeredOn, respondByOn } = hearing;
  const waits = answeredOn === null && respondByOn >= today;
  return (
    <Entry
      title={format.day(hearing.askedOn)}
      line={hearing.about}
      more={
        <>
          <p>
            <Tag tone={waits ? 'warning' : 'neutral'}>
              {answeredOn
                ? words.answered(format.day(answeredOn))
                : waits
                  ? words.waits(format.day(respondByOn))
                  : words.passed(format.day(respondByOn))}
            </Tag>
          </p>
          {hearing.answer && <p>{hearing.answer}</p>}
          {hearing.notices
            .filter(({ recipient }) => recipient !== 'client')
            .map((notice) => (
              <p key={notice.id} className="muted">
                {[
                  notice.name,
                  noticeTo[notice.recipient],
                  notice.way && named[notice.way],
                  notice.sentOn && format.day(notice.sentOn),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            ))}
          <Row>
            <Paper query={{ clientId, hearingId }}>{words.letter}</Paper>
            {recipients.translated && (
              <Paper query={{ clientId, hearingId, translation: 'true' }}>{translationOf}</Paper>
            )}
            {recipients.representatives.map(({ id, name }) => (
              <Paper key={id} query={{ clientId, hearingId, representativeId: id }}>
                {representativeCopy(name)}
              </Paper>
            ))}
            {mayRecord && answeredOn === null && (
              <Button size="small" variant="secondary" type="button" onClick={() => setOpen('answer')}>
                {words.record}
              </Button>
            )}
            {mayCorrect && answeredOn !== null && (
              <>
                <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('answer')}>
                  {words.correctAnswer}
                </Button>
                <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('take-back-answer')}>
                  {words.takeBackAnswer}
                </Button>
              </>
            )}
            {mayCorrect && (
              <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('correct')}>
                {words.correctRequest}
              </Button>
            )}
            {mayTakeBack && (
              <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('take-back')}>
                {words.takeBack}
              </Button>
            )}
          </Row>
          {open === 'answer' && answeredOn === null && (
            <RecordAnswer clientId={clientId} hearingId={hearingId} close={close} />
          )}
          {open === 'answer' && answeredOn !== null && (
            <CorrectAnswer clientId={clientId} hearing={hearing} close={close} />
          )}
          {open === 'take-back-answer' && (
            <TakeBackAnswer clientId={clientId} hearingId={hearingId} version={hearing.version} close={close} />
          )}
          {open === 'correct' && (
            <CorrectHearing clientId={clientId} hearing={hearing} recipients={recipients} close={close} />
          )}
          {open === 'take-back' && (
            <TakeBackHearing clientId={clientId} hearingId={hearingId} version={hearing.version} close={close} />
          )}
        </>
      }
    />
  );
}

function Paper({ query, children }: { query: InputOf<typeof acts.hearingLetter>; children: ReactNode }) {
  return (
    <a href={addressOf('hearingLetter', query)} target="_blank" rel="noreferrer">
      <FilePdfIcon aria-hidden="true" /> {children}
    </a>
  );
}

interface HearProps extends MatterProps {
  readonly recipients: Recipients;
  readonly close: () => void;
}

function Hear({ clientId, referralId, recipients, close }: HearProps) {
  const words = useTexts(hearingTexts);
  const named = useTexts(servingTexts);
  const { kinds } = useTexts(representativeTexts);
  const { representatives } = recipients;
  const toast = useToast();
  const today = useToday();
  const hear = useDo('hearClient');
  const earliest = addDays(today, fewestDaysToAnswer);
  const form = useForm({
    draft: { name: `hearing ${referralId}` },
    initial: {
      about: '',
      respondByOn: addDays(today, 2 * fewestDaysToAnswer) as Day | null,
      way: 'post' as ServingWay | '',
      representativeIds: representatives.map(({ id }) => id) as readonly string[],
    },
    send: ({ about, respondByOn, way, representativeIds }) =>
      hear.mutateAsync({
        clientId,
        referralId,
        about,
        respondByOn: respondByOn as Day,
        way: way as ServingWay,
        representativeIds: [...representativeIds],
      }),
    done: () => {
      toast({ done: words.asked, next: words.askedNext });
      close();
    },
  });
  return (
    <Dialog title={words.hear} close={close}>
      <Form form={form} submit={words.hear} cancel={close}>
        <p className="muted">{words.help}</p>
        <TextArea {...form.field('about')} label={words.about} rows={5} maxLength={4000} />
        <DayField {...form.field('respondByOn')} label={words.respondByOn} today={today} min={earliest} />
        <RadioField
          {...form.field('way')}
          label={words.way}
          options={ways.map((value) => ({ value, label: named.ways[value] }))}
        />
        {recipients.lacksRepresentative && <p>{named.childAlone}</p>}
        {representatives.length > 0 && (
          <ChecksField
            {...form.field('representativeIds')}
            label={named.toRepresentatives}
            description={named.toRepresentativesHelp}
            options={representativeChoices(representatives, kinds)}
          />
        )}
      </Form>
    </Dialog>
  );
}

interface CorrectHearingProps {
  readonly clientId: string;
  readonly hearing: Hearing;
  readonly recipients: Recipients;
  readonly close: () => void;
}

/** Corrects how and when a request was given and by when to answer; what was asked stays as it was sent. */
function CorrectHearing({ clientId, hearing, recipients, close }: CorrectHearingProps) {
  const words = useTexts(hearingTexts);
  const named = useTexts(servingTexts);
  const { kinds } = useTexts(representativeTexts);
  const { representatives } = recipients;
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctHearing');
  const form = useForm({
    initial: {
      sentOn: hearing.askedOn as Day | null,
      respondByOn: hearing.respondByOn as Day | null,
      way: hearing.way as ServingWay | '',
      representativeIds: representatives.map(({ id }) => id) as readonly string[],
      why: '',
    },
    seen: hearing.version,
    send: ({ sentOn, respondByOn, way, representativeIds, why }, seen) =>
      correct.mutateAsync({
        ...{ clientId, hearingId: hearing.id, sentOn: sentOn as Day, respondByOn: respondByOn as Day },
        ...{ way: way as ServingWay, representativeIds: [...representativeIds], why, seen },
      }),
    done: () => {
      toast({ done: words.corrected });
      close();
    },
  });
  return (
    <Dialog title={words.correctRequest} close={close}>
      <Form form={form} submit={words.correctRequest} cancel={close}>
        <p className="muted">{words.correctHelp}</p>
        <DayField {...form.field('sentOn')} label={words.sentOn} today={today} max={today} />
        <RadioField
          {...form.field('way')}
          label={words.way}
          options={ways.map((value) => ({ value, label: named.ways[value] }))}
        />
        <DayField {...form.field('respondByOn')} label={words.respondByOn} today={today} />
        {representatives.length > 0 && (
          <ChecksField
            {...form.field('representativeIds')}
            label={named.toRepresentatives}
            options={representativeChoices(representatives, kinds)}
          />
        )}
        <TextArea {...form.field('why')} label={words.why} rows={2} />
      </Form>
    </Dialog>
  );
}

function CorrectAnswer({ clientId, hearing, close }: Omit<CorrectHearingProps, 'recipients'>) {
  const words = useTexts(hearingTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctAnswer');
  const form = useForm({
    initial: { answeredOn: hearing.answeredOn, answer: hearing.answer ?? '', why: '' },
    seen: hearing.version,
    send: ({ answeredOn, ...rest }, seen) =>
      correct.mutateAsync({ clientId, hearingId: hearing.id, answeredOn: answeredOn as Day, ...rest, seen }),
    done: () => {
      toast({ done: words.corrected });
      close();
    },
  });
  return (
    <Dialog title={words.correctAnswer} close={close}>
      <Form form={form} submit={words.correctAnswer} cancel={close}>
        <DayField
          {...form.field('answeredOn')}
          label={words.answeredOn}
          today={today}
          min={hearing.askedOn}
          max={today}
        />
        <TextArea {...form.field('answer')} label={words.answer} rows={5} maxLength={4000} />
        <TextArea {...form.field('why')} label={words.why} rows={2} />
      </Form>
    </Dialog>
  );
}

function TakeBackAnswer({ clientId, hearingId, version, close }: StepProps & { readonly version: string }) {
  const words = useTexts(hearingTexts);
  const takeBack = useDo('takeBackAnswer');
  return (
    <TakeBackDialog
      words={{ takeBack: words.takeBackAnswer, why: words.why, takenBack: words.answerTakenBack }}
      follows={words.takeBackAnswerHelp}
      seen={version}
      send={(why, seen) => takeBack.mutateAsync({ clientId, hearingId, why, seen })}
      close={close}
    />
  );
}

interface StepProps {
  readonly clientId: string;
  readonly hearingId: string;
  readonly close: () => void;
}

function RecordAnswer({ clientId, hearingId, close }: StepProps) {
  const words = useTexts(hearingTexts);
  const toast = useToast();
  const today = useToday();
  const record = useDo('recordAnswer');
  const form = useForm({
    draft: { name: `answer ${hearingId}` },
    initial: { answeredOn: today as Day | null, answer: '' },
    send: ({ answeredOn, answer }) =>
      record.mutateAsync({ clientId, hearingId, answeredOn: answeredOn as Day, answer }),
    done: () => {
      toast({ done: words.recorded });
      close();
    },
  });
  return (
    <Dialog title={words.record} close={close}>
      <Form form={form} submit={words.record} cancel={close}>
        <DayField {...form.field('answeredOn')} label={words.answeredOn} today={today} max={today} />
        <TextArea {...form.field('answer')} label={words.answer} rows={5} maxLength={4000} />
      </Form>
    </Dialog>
  );
}

function TakeBackHearing({ clientId, hearingId, version, close }: StepProps & { readonly version: string }) {
  const words = useTexts(hearingTexts);
  const takeBack = useDo('takeBackHearing');
  return (
    <TakeBackDialog
      words={{ takeBack: words.takeBack, why: words.why, takenBack: words.takenBack }}
      follows={words.takeBackHelp}
      seen={version}
      send={(why, seen) => takeBack.mutateAsync({ clientId, hearingId, why, seen })}
      close={close}
    />
  );
}
