import { addDays, type Day } from '../../../kernel/day.ts';
import { lastDay } from '../../../kernel/range.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { phraseTexts } from '../texts.ts';
import type { PhraseOfOrganiser } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

type Cites = readonly { readonly id: string; readonly cite: string }[];

/** A service that is offered, with what may be cited for granting and for denying it. */
export interface PhraseService {
  readonly service: Service;
  readonly name: string;
  readonly grants: Cites;
  readonly denies: Cites;
}

interface PhraseFormProps {
  readonly services: readonly PhraseService[];
  /** What is changed; null for a new one. */
  readonly phrase: PhraseOfOrganiser | null;
  readonly close: () => void;
}

const filled = (text: string): string | null => text.trim() || null;

/** Writes or changes ready reasons of the organiser's own. */
export function PhraseForm({ services, phrase, close }: PhraseFormProps) {
  const words = useTexts(phraseTexts);
  const toast = useToast();
  const today = useToday();
  const add = useDo('addPhrase');
  const change = useDo('changePhrase');
  const form = useForm({
    draft: { name: `phrase ${phrase?.id ?? 'new'}` },
    initial: {
      service: (phrase?.service ?? '') as Service | '',
      against: (phrase?.against ? 'denies' : 'grants') as 'grants' | 'denies' | '',
      provision: phrase?.provision ?? '',
      name: phrase?.name ?? '',
      textFi: phrase?.textFi ?? '',
      textSv: phrase?.textSv ?? '',
      easyFi: phrase?.easyFi ?? '',
      easySv: phrase?.easySv ?? '',
      during: (phrase?.during ?? { from: today, to: null }) as RangeDraft,
    },
    seen: phrase?.version ?? null,
    send: async ({ service, against, provision, during, easyFi, easySv, ...texts }, seen) => {
      const details = {
        ...texts,
        against: against === 'denies',
        provision: filled(provision),
        easyFi: filled(easyFi),
        easySv: filled(easySv),
        during: { from: during.from as Day, to: during.to },
      };
      if (phrase) await change.mutateAsync({ ...details, phraseId: phrase.id, seen });
      else await add.mutateAsync({ ...details, service: service as Service });
    },
    done: () => {
      toast({ done: phrase ? words.changed : words.added });
      close();
    },
  });
  const of = services.find(({ service }) => service === form.values.service);
  const citable = of?.[form.values.against === 'denies' ? 'denies' : 'grants'] ?? [];
  return (
    <Dialog title={phrase ? words.changeOf(phrase.name) : words.add} close={close} wide>
      <Form form={form} cancel={close}>
        <p className="muted">{words.help}</p>
        {!phrase && (
          <SelectField
            {...form.field('service')}
            label={words.service}
            options={services.map(({ service, name }) => ({ value: service, label: name }))}
          />
        )}
        <RadioField
          {...form.field('against')}
          label={words.against}
          options={[
            { value: 'grants', label: words.forGranting },
            { value: 'denies', label: words.forDenying },
          ]}
        />
        <SelectField
          {...form.field('provision')}
          label={words.provision}
          description={words.provisionHelp}
          options={citable.map(({ id, cite }) => ({ value: id, label: cite }))}
          none={words.noProvision}
          optional
        />
        <TextField {...form.field('name')} label={words.name} />
        <TextArea {...form.field('textFi')} label={words.textFi} rows={4} maxLength={4000} />
        <TextArea {...form.field('textSv')} label={words.textSv} rows={4} maxLength={4000} />
        <TextArea
          {...form.field('easyFi')}
          label={words.easyFi}
          description={words.easyHelp}
          rows={3}
          maxLength={4000}
          optional
        />
        <TextArea
          {...form.field('easySv')}
          label={words.easySv}
          description={words.easyHelp}
          rows={3}
          maxLength={4000}
          optional
        />
        <RangeField {...form.field('during')} label={words.during} open today={today} />
      </Form>
    </Dialog>
  );
}

/** The last day on which ready reasons are offered; it can be undone. */
export function EndPhrase({ phrase, close }: { readonly phrase: PhraseOfOrganiser; readonly close: () => void }) {
  const words = useTexts(phraseTexts);
  const toast = useToast();
  const today = useToday();
  const change = useDo('changePhrase');
  const { id: phraseId, version, service: _, ...details } = phrase;
  const form = useForm({
    initial: { lastDay: (lastDay(phrase.during) ?? today) as Day | null },
    seen: version,
    send: ({ lastDay: last }, seen) =>
      change.mutateAsync({
        ...details,
        phraseId,
        seen,
        during: { from: phrase.during.from, to: addDays(last ?? today, 1) },
      }),
    done: ({ version: made = null }) => {
      toast({ done: words.removed, undo: () => change.mutateAsync({ ...details, phraseId, seen: made }) });
      close();
    },
  });
  return (
    <Dialog title={words.endOf(phrase.name)} close={close}>
      <Form form={form} submit={words.end} cancel={close}>
        <DayField
          {...form.field('lastDay')}
          label={words.lastDay}
          description={words.lastDayHelp}
          today={today}
          min={phrase.during.from}
        />
      </Form>
    </Dialog>
  );
}
