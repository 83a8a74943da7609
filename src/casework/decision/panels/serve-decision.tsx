import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { ChecksField, RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBackDialog } from '../../../web/take-back.tsx';
import { representativeChoices, servedOn } from '../../client/rules.ts';
import { representativeTexts, type ServingWay, servingTexts, ways } from '../../client/words.ts';
import type * as acts from '../acts.ts';
import { rectifyUntil } from '../rules.ts';
import { decisionTexts } from '../texts.ts';
import type { Decision, Together } from '../words.ts';

const { useAsk, useDo } = apiOf<typeof acts>();

interface ServeProps {
  readonly clientId: string;
  readonly decisionId: string;
  readonly close: () => void;
}

interface CorrectServiceProps extends ServeProps {
  readonly decision: Pick<Decision, 'notices' | 'servedOn'>;
  readonly version: string | null;
  /** What a day of service means for what was recorded since, such as requests in time or late. */
  readonly followsFrom: (servedOn: Day) => readonly string[];
}

/** Corrects how, when and on whom a decision was served; what follows from it is told while one chooses. */
export function CorrectService({ clientId, decisionId, decision, version, followsFrom, close }: CorrectServiceProps) {
  const { correctService } = useTexts(servingTexts);
  const query = useAsk('decisionRecipients', { clientId, decisionId });
  return (
    <Dialog title={correctService} close={close}>
      <Answer of={query}>
        {(recipients) => (
          <Serve
            clientId={clientId}
            decisionId={decisionId}
            recipients={recipients}
            standing={{ ...decision, version, followsFrom }}
            close={close}
          />
        )}
      </Answer>
    </Dialog>
  );
}

/** Records to whom, how and when a decision was given; the time for rectification runs from that. */
export function ServeDecision({ clientId, decisionId, close }: ServeProps) {
  const words = useTexts(decisionTexts);
  const query = useAsk('decisionRecipients', { clientId, decisionId });
  return (
    <Dialog title={words.serveTitle} close={close}>
      <Answer of={query}>
        {(recipients) => <Serve clientId={clientId} decisionId={decisionId} recipients={recipients} close={close} />}
      </Answer>
    </Dialog>
  );
}

interface Recipients {
  /** What was decided in the same letter: it is given once. */
  readonly together: readonly Together[];
  readonly client: string;
  readonly lacksRepresentative: boolean;
  readonly representatives: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: keyof (typeof representativeTexts)['fi']['kinds'];
  }[];
}

interface ServeFormProps extends ServeProps {
  readonly recipients: Recipients;
  /** The service that is corrected; nothing where it is recorded for the first time. */
  readonly standing?: CorrectServiceProps['decision'] & Pick<CorrectServiceProps, 'version' | 'followsFrom'>;
}

function Serve({ clientId, decisionId, recipients, standing, close }: ServeFormProps) {
  const words = useTexts(decisionTexts);
  const { kinds } = useTexts(representativeTexts);
  const named = useTexts(servingTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const serve = useDo('serveDecision');
  const correct = useDo('correctService');
  const before = standing?.notices.find(({ recipient }) => recipient === 'client');
  const gotIt = (name: string) =>
    standing === undefined || standing.notices.some((one) => one.recipient === 'representative' && one.name === name);
  const { representatives } = recipients;
  const form = useForm({
    initial: {
      way: (before ? (before.way ?? '') : 'post') as ServingWay | '',
      sentOn: (before ? (before.sentOn ?? before.servedOn) : today) as Day | null,
      representativeIds: representatives.filter(({ name }) => gotIt(name)).map(({ id }) => id) as readonly string[],
      copies: (standing?.notices ?? []).flatMap((one) => (one.recipient === 'copy' ? [one.name] : [])).join('\n'),
      why: '',
    },
    ...(standing ? { seen: standing.version } : {}),
    send: async (
      { way, sentOn, representativeIds, copies, why },
      seen,
    ): Promise<{ readonly rectifyUntil: Day | null }> => {
      const sent = {
        clientId,
        decisionId,
        way: way || 'post',
        sentOn: sentOn ?? today,
        representativeIds: [...representativeIds],
        copies: copies
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      };
      return standing ? correct.mutateAsync({ ...sent, why, seen }) : serve.mutateAsync(sent);
    },
    done: ({ rectifyUntil: last }) => {
      toast({
        done: standing ? named.serviceCorrected : words.serveDone,
        ...(last ? { next: words.rectifyBy(format.day(last)) } : {}),
      });
      close();
    },
  });
  const { way, sentOn } = form.values;
  const served = standing && way !== '' && sentOn !== null ? servedOn(sentOn, way) : null;
  const until = served && rectifyUntil({ servedOn: served });
  const follows = served
    ? [
        words.served(format.day(served)),
        until && words.rectifyBy(format.day(until)),
        ...(standing?.followsFrom(served) ?? []),
      ]
    : [];
  return (
    <Form form={form} submit={standing ? named.correctService : words.serve} cancel={close}>
      <WholeLetter together={recipients.together} />
      {recipients.lacksRepresentative && <p>{named.childAlone}</p>}
      <RadioField
        {...form.field('way')}
        label={words.way}
        options={ways.map((value) => ({ value, label: named.ways[value] }))}
      />
      <DayField {...form.field('sentOn')} label={words.sentOn} today={today} max={today} />
      {representatives.length > 0 && (
        <ChecksField
          {...form.field('representativeIds')}
          label={named.toRepresentatives}
          description={named.toRepresentativesHelp}
          options={representativeChoices(representatives, kinds)}
        />
      )}
      <TextArea {...form.field('copies')} label={words.copies} description={words.copiesHelp} rows={2} optional />
      {standing && <TextArea {...form.field('why')} label={named.whyService} rows={2} />}
      {follows.length > 0 && (
        <div aria-live="polite">
          {follows.filter(Boolean).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </Form>
  );
}

/** That what is done concerns the other services of the letter too; nothing where there are none. */
function wholeLetter(words: { readonly wholeLetter: (services: string) => string }, together: readonly Together[]) {
  const standing = together.filter(({ annulled }) => !annulled).map(({ serviceName }) => serviceName);
  return standing.length > 0 ? words.wholeLetter(standing.join(', ')) : null;
}

function WholeLetter({ together }: { readonly together: readonly Together[] }) {
  const words = wholeLetter(useTexts(decisionTexts), together);
  return words && <p className="muted">{words}</p>;
}

/** Takes back a service that was recorded by mistake: what stands on it, and what follows, is told before. */
export function TakeBackService({
  clientId,
  decisionId,
  together,
  version,
  close,
}: ServeProps & { readonly version: string | null; readonly together: readonly Together[] }) {
  const words = useTexts(decisionTexts);
  const takeBack = useDo('takeBackService');
  return (
    <TakeBackDialog
      words={{ takeBack: words.takeBackService, why: words.why, takenBack: words.tookBackService }}
      follows={[words.takeBackServiceHelp, wholeLetter(words, together)].filter(Boolean).join(' ')}
      seen={version}
      send={(why, seen) => takeBack.mutateAsync({ clientId, decisionId, why, seen })}
      close={close}
    />
  );
}
