import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { assessmentTexts } from '../texts.ts';
import { type Assessment, type SupportNeed, supportNeeds } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

type Answer = 'yes' | 'no' | '';
const answerOf = (value: boolean | null): Answer => (value === null ? '' : value ? 'yes' : 'no');
const truthOf = (answer: Answer) => (answer === '' ? null : answer === 'yes');
const textOf = (text: string) => (text.trim() === '' ? null : text);

interface WriteProps {
  readonly clientId: string;
  readonly assessment: Assessment;
  readonly version: string;
  /** The matter is decided: a decision stands on what is corrected. */
  readonly decided: boolean;
  readonly close: () => void;
}

/** Writes an assessment over several visits until it has its last day; one that is finished is corrected with a reason. */
export function WriteAssessment({ clientId, assessment, version, decided, close }: WriteProps) {
  const words = useTexts(assessmentTexts);
  const toast = useToast();
  const today = useToday();
  const write = useDo('writeAssessment');
  const correct = useDo('correctAssessment');
  const finished = assessment.finishedOn !== null;
  const form = useForm({
    initial: {
      begunOn: assessment.begunOn as Day | null,
      tookPart: assessment.tookPart ?? '',
      situation: assessment.situation ?? '',
      clientView: assessment.clientView ?? '',
      viewMissingBecause: assessment.viewMissingBecause ?? '',
      conclusions: assessment.conclusions ?? '',
      need: (assessment.need ?? '') as SupportNeed | '',
      specialSupport: answerOf(assessment.specialSupport),
      ownWorker: answerOf(assessment.ownWorker),
      ownWorkerView: assessment.ownWorkerView ?? '',
      finishedOn: assessment.finishedOn,
      why: '',
    },
    seen: version,
    send: async (values, seen) => {
      const content = {
        ...{ clientId, assessmentId: assessment.id, seen },
        begunOn: values.begunOn as Day,
        tookPart: textOf(values.tookPart),
        situation: textOf(values.situation),
        clientView: textOf(values.clientView),
        viewMissingBecause: textOf(values.clientView) === null ? textOf(values.viewMissingBecause) : null,
        conclusions: textOf(values.conclusions),
        need: values.need === '' ? null : values.need,
        specialSupport: truthOf(values.specialSupport),
        ownWorker: truthOf(values.ownWorker),
        ownWorkerView: textOf(values.ownWorkerView),
      };
      if (finished) await correct.mutateAsync({ ...content, finishedOn: values.finishedOn as Day, why: values.why });
      else await write.mutateAsync({ ...content, finishedOn: values.finishedOn });
    },
    done: (_, { finishedOn }) => {
      toast({ done: finished ? words.corrected : finishedOn ? words.finished : words.written });
      close();
    },
  });
  const yesOrNo = [
    { value: 'yes' as const, label: words.yes },
    { value: 'no' as const, label: words.no },
  ];
  const title = finished ? words.correct : words.write;
  return (
    <Dialog title={title} close={close} wide>
      <Form form={form} cancel={close} {...(finished ? { submit: words.correct } : {})}>
        {finished && decided && <p>{words.decidedOn}</p>}
        <DayField {...form.field('begunOn')} label={words.begunOn} today={today} max={today} />
        <TextArea {...form.field('tookPart')} label={words.tookPart} rows={2} maxLength={4000} />
        <TextArea {...form.field('situation')} label={words.situation} rows={4} maxLength={4000} />
        <TextArea
          {...form.field('clientView')}
          label={words.clientView}
          description={words.clientViewHelp}
          rows={4}
          maxLength={4000}
        />
        {form.values.clientView.trim() === '' && (
          <TextArea
            {...form.field('viewMissingBecause')}
            label={words.viewMissingBecause}
            description={words.viewMissingHelp}
            rows={2}
            maxLength={4000}
          />
        )}
        <TextArea {...form.field('conclusions')} label={words.conclusions} rows={4} maxLength={4000} />
        <RadioField
          {...form.field('need')}
          label={words.need}
          options={supportNeeds.map((value) => ({ value, label: words.needs[value] }))}
        />
        <RadioField {...form.field('specialSupport')} label={words.specialSupport} options={yesOrNo} />
        <RadioField {...form.field('ownWorker')} label={words.ownWorker} options={yesOrNo} />
        <TextArea {...form.field('ownWorkerView')} label={words.ownWorkerView} rows={2} maxLength={4000} />
        {!finished && <p className="muted">{words.finishedHelp}</p>}
        <DayField {...form.field('finishedOn')} label={words.finishedOn} today={today} max={today} />
        {finished && <TextArea {...form.field('why')} label={words.why} rows={2} />}
      </Form>
    </Dialog>
  );
}
