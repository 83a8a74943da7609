import { FilePdfIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { InputOf } from '../../../server/act.ts';
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
import { refusalTexts } from '../texts.ts';
import type { Refusal } from '../words.ts';

const { addressOf, useAsk, useDo } = apiOf<typeof acts>();

interface MatterProps {
  readonly clientId: string;
  readonly referralId: string;
}

/** Demands to correct a decision of a matter that were refused; nothing where there are none. */
export function RefusedDemands({ clientId, referralId }: MatterProps) {
  const words = useTexts(refusalTexts);
  const { data } = useAsk('refusalsOf', { clientId, referralId });
  if (!data || data.refusals.length === 0) return null;
  return (
    <Card title={words.title}>
      <p className="muted">{words.barred(data.barredBy)}</p>
      <Entries>
        {data.refusals.map((refusal) => (
          <OneRefusal
            key={refusal.id}
            clientId={clientId}
            refusal={refusal}
            whole={data}
            mayServe={data.permitted.includes('serveRefusal')}
            mayCorrect={data.permitted.includes('correctRefusalService')}
            mayTakeBack={data.permitted.includes('takeBackRefusal')}
          />
        ))}
      </Entries>
    </Card>
  );
}

interface OneProps {
  readonly clientId: string;
  readonly whole: Recipients;
  readonly refusal: Omit<Refusal, 'refusedById' | 'delegation'> & { readonly version: string };
  readonly mayServe: boolean;
  readonly mayCorrect: boolean;
  readonly mayTakeBack: boolean;
}

function OneRefusal({ clientId, refusal, whole, mayServe, mayCorrect, mayTakeBack }: OneProps) {
  const { ways: named, noticeTo, representativeCopy, translationOf, correctService } = useTexts(servingTexts);
  const words = useTexts(refusalTexts);
  const format = useFormat();
  const takeBack = useDo('takeBackRefusal');
  const [open, setOpen] = useState<'serve' | 'correct' | 'take-back' | null>(null);
  const close = () => setOpen(null);
  const { id: refusalId, servedOn } = refusal;
  return (
    <Entry
      title={format.day(refusal.refusedOn)}
      line={`${words.of(refusal.number)} · ${refusal.demand}`}
      end={
        <Tag tone={servedOn ? 'neutral' : 'warning'}>
          {servedOn ? words.served(format.day(servedOn)) : words.notServed}
        </Tag>
      }
      more={
        <>
          <p>{refusal.reasons}</p>
          {refusal.notices
            .filter(({ recipient }) => recipient !== 'client')
            .map((notice) => (
              <p key={notice.id} className="muted">
                {[notice.name, noticeTo[notice.recipient], notice.way && named[notice.way], format.day(notice.servedOn)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            ))}
          <Row>
            <Paper query={{ clientId, refusalId }}>{words.letter}</Paper>
            {whole.translated && <Paper query={{ clientId, refusalId, translation: 'true' }}>{translationOf}</Paper>}
            {whole.representatives.map(({ id, name }) => (
              <Paper key={id} query={{ clientId, refusalId, representativeId: id }}>
                {representativeCopy(name)}
              </Paper>
            ))}
            {mayServe && servedOn === null && (
              <Button size="small" variant="secondary" type="button" onClick={() => setOpen('serve')}>
                {words.serve}
              </Button>
            )}
            {mayCorrect && servedOn !== null && (
              <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('correct')}>
                {correctService}
              </Button>
            )}
            {mayTakeBack && (
              <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('take-back')}>
                {words.takeBack}
              </Button>
            )}
          </Row>
          {open === 'serve' && <ServeRefusal clientId={clientId} refusalId={refusalId} whole={whole} close={close} />}
          {open === 'correct' && (
            <ServeRefusal clientId={clientId} refusalId={refusalId} whole={whole} standing={refusal} close={close} />
          )}
          {open === 'take-back' && (
            <TakeBackDialog
              words={{ takeBack: words.takeBack, why: words.why, takenBack: words.takenBack }}
              follows={words.takeBackHelp}
              seen={refusal.version}
              send={(why, seen) => takeBack.mutateAsync({ clientId, refusalId, why, seen })}
              close={close}
            />
          )}
        </>
      }
    />
  );
}

function Paper({ query, children }: { query: InputOf<typeof acts.refusalLetter>; children: ReactNode }) {
  return (
    <a href={addressOf('refusalLetter', query)} target="_blank" rel="noreferrer">
      <FilePdfIcon aria-hidden="true" /> {children}
    </a>
  );
}

interface RefuseProps {
  readonly clientId: string;
  readonly decisionId: string;
  readonly close: () => void;
}

/** A demand to correct a decision, and why it is not corrected. */
export function RefuseCorrection({ clientId, decisionId, close }: RefuseProps) {
  const words = useTexts(refusalTexts);
  const toast = useToast();
  const today = useToday();
  const refuse = useDo('refuseCorrection');
  const form = useForm({
    draft: { name: `refusal ${decisionId}` },
    initial: { demandedOn: today as Day | null, demand: '', reasons: '' },
    send: ({ demandedOn, demand, reasons }) =>
      refuse.mutateAsync({ clientId, decisionId, demandedOn: demandedOn as Day, demand, reasons }),
    done: () => {
      toast({ done: words.done, next: words.next });
      close();
    },
  });
  return (
    <Dialog title={words.refuse} close={close}>
      <Form form={form} submit={words.refuse} cancel={close}>
        <p className="muted">{words.help}</p>
        <DayField {...form.field('demandedOn')} label={words.demandedOn} today={today} max={today} />
        <TextArea {...form.field('demand')} label={words.demand} rows={3} maxLength={4000} />
        <TextArea {...form.field('reasons')} label={words.reasons} rows={5} maxLength={4000} />
      </Form>
    </Dialog>
  );
}

interface ServeRefusalProps {
  readonly clientId: string;
  readonly refusalId: string;
  readonly whole: Recipients;
  /** The refusal whose service is corrected; nothing where it is served for the first time. */
  readonly standing?: OneProps['refusal'];
  readonly close: () => void;
}

function ServeRefusal({ clientId, refusalId, whole, standing, close }: ServeRefusalProps) {
  const { kinds } = useTexts(representativeTexts);
  const { representatives } = whole;
  const words = useTexts(refusalTexts);
  const named = useTexts(servingTexts);
  const toast = useToast();
  const format = useFormat();
  const today = useToday();
  const serve = useDo('serveRefusal');
  const correct = useDo('correctRefusalService');
  const before = standing?.notices.find(({ recipient }) => recipient === 'client');
  const gotIt = (name: string) => standing === undefined || standing.notices.some((one) => one.name === name);
  const form = useForm({
    initial: {
      way: (before ? (before.way ?? '') : 'post') as ServingWay | '',
      sentOn: (before ? (before.sentOn ?? before.servedOn) : today) as Day | null,
      representativeIds: representatives.filter(({ name }) => gotIt(name)).map(({ id }) => id) as readonly string[],
      why: '',
    },
    ...(standing ? { seen: standing.version } : {}),
    send: async ({ way, sentOn, representativeIds, why }, seen): Promise<{ readonly next?: string }> => {
      const sent = {
        clientId,
        refusalId,
        way: way || 'post',
        sentOn: sentOn ?? today,
        representativeIds: [...representativeIds],
      };
      if (!standing) return { next: words.served(format.day((await serve.mutateAsync(sent)).servedOn)) };
      await correct.mutateAsync({ ...sent, why, seen });
      return {};
    },
    done: ({ next }) => {
      toast({ done: standing ? named.serviceCorrected : words.serveDone, ...(next ? { next } : {}) });
      close();
    },
  });
  return (
    <Dialog title={standing ? named.correctService : words.serve} close={close}>
      <Form form={form} submit={standing ? named.correctService : words.serve} cancel={close}>
        <RadioField
          {...form.field('way')}
          label={words.way}
          options={ways.map((value) => ({ value, label: named.ways[value] }))}
        />
        <DayField {...form.field('sentOn')} label={words.sentOn} today={today} max={today} />
        {whole.lacksRepresentative && <p>{named.childAlone}</p>}
        {representatives.length > 0 && (
          <ChecksField
            {...form.field('representativeIds')}
            label={named.toRepresentatives}
            description={named.toRepresentativesHelp}
            options={representativeChoices(representatives, kinds)}
          />
        )}
        {standing && <TextArea {...form.field('why')} label={named.whyService} rows={2} />}
      </Form>
    </Dialog>
  );
}
