import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import type { Day } from '../../../kernel/day.ts';
import { keptTogether } from '../../../kernel/language.ts';
import { repeatedIn } from '../../../kernel/line.ts';
import type { FieldError } from '../../../kernel/problem.ts';
import type { Service } from '../../../kernel/service.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, type FormOf, useForm } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { NumberField, RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Stack } from '../../../web/kit/page.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { checkedBy, signersOf } from '../rules.ts';
import { planTexts } from '../texts.ts';
import type { PlanKind, Template } from '../words.ts';
import './plan-form.css';

const { useAsk, useDo } = apiOf<typeof acts>();

/** Goals and items stand by their own paths, so that an objection lands at the one that it is about. */
export interface PlanValues {
  readonly kind: PlanKind | '';
  readonly madeOn: Day | null;
  readonly during: RangeDraft;
  readonly daysAWeek: number | null;
  readonly hoursADay: number | null;
  readonly informedOfBenefitsOn: Day | null;
  readonly reviewOn: Day | null;
  readonly goals: number;
  readonly [at: `goals.${number}`]: string;
  readonly [at: `items.${string}`]: string;
}
/** The fields of a plan, in whatever form they stand. */
type PlanFields = Pick<FormOf<PlanValues>, 'values' | 'field' | 'set'>;
type At = `goals.${number}` | `items.${string}`;

type MadePlan = OutputOf<typeof acts.plansOf>['plans'][number];

interface PlanFormProps {
  readonly clientId: string;
  readonly referralId: string | null;
  readonly service: Service;
  /** The plan that is written on, or corrected; a new one without it. */
  readonly plan?: MadePlan | undefined;
  readonly done: (planId: string, draft: boolean) => void;
  readonly cancel: () => void;
}

interface Values extends PlanValues {
  readonly why: string;
}

function initialOf(plan: MadePlan | undefined, today: Day): Values {
  if (!plan)
    return {
      ...{ kind: '', madeOn: today, during: { from: today, to: null }, daysAWeek: null, hoursADay: null },
      ...{ informedOfBenefitsOn: null, reviewOn: null, goals: 1, why: '' },
    };
  const { kind, madeOn, during, daysAWeek, hoursADay, informedOfBenefitsOn, reviewOn, goals, items } = plan;
  return {
    ...{ kind, madeOn, during, daysAWeek, hoursADay, informedOfBenefitsOn, reviewOn, why: '' },
    goals: Math.max(1, goals.length),
    ...Object.fromEntries(goals.map(({ goal }, i) => [`goals.${i}`, goal])),
    ...Object.fromEntries(items.map(({ item, answer }) => [`items.${item}`, answer])),
  };
}

/** Makes a plan or writes on it; in rehabilitative work the form is the statutory template of the day when it is made. */
export function PlanForm({ clientId, referralId, service, plan, done, cancel }: PlanFormProps) {
  const words = useTexts(planTexts);
  const toast = useToast();
  const today = useToday();
  const make = useDo('makePlan');
  const change = useDo('changePlan');
  const correct = useDo('correctPlan');
  const corrects = plan !== undefined && signersOf(plan).length === 0;
  const save = async (
    values: Values,
    seen: string | null,
  ): Promise<{ planId: string; unsigned: readonly string[] }> => {
    const { during, madeOn, reviewOn, daysAWeek, hoursADay, informedOfBenefitsOn } = values;
    const kind = (values.kind || template?.kinds[0]) as PlanKind;
    // What is missing is told by the server, at its field.
    const content = {
      ...{ kind, madeOn: madeOn as Day, during: during as { from: Day; to: Day | null }, reviewOn: reviewOn as Day },
      ...{ daysAWeek, hoursADay, goals: goalsOf(values), informedOfBenefitsOn },
      items: Object.fromEntries(itemsFor(template, kind).map(({ item }) => [item, answer(values, item)])),
    };
    if (plan === undefined) return make.mutateAsync({ clientId, referralId, service, ...content });
    const at = { clientId, planId: plan.id, ...content, seen };
    await (corrects ? correct.mutateAsync({ ...at, why: values.why }) : change.mutateAsync(at));
    return { planId: plan.id, unsigned: plan.unsigned };
  };
  const form: FormOf<Values> = useForm<Values, Awaited<ReturnType<typeof save>>>({
    draft: { name: `plan ${plan?.id ?? service}` },
    initial: initialOf(plan, today),
    seen: plan?.version,
    check: (values) => [...wrongGoals(values, words), ...lackingItems(values, words.itemMissing)],
    send: save,
    done: ({ planId, unsigned }) => {
      toast({ done: words.made, next: unsigned.length > 0 ? words.toSign : words.toDecision });
      done(planId, unsigned.length > 0);
    },
  });
  const query = useAsk('planTemplate', { service, madeOn: form.values.madeOn ?? today }, { keep: true, fresh: 300 });
  const template = query.data;
  const items = template?.items ?? [];
  const derived = useDerivedItems(form.values, template);
  const answer = (values: PlanValues, item: string) => values[`items.${item}`] ?? derived[item] ?? '';
  const lackingItems = (values: PlanValues, message: string): FieldError[] =>
    items
      .filter(({ item, required }) => required && answer(values, item).trim() === '')
      .map(({ item }) => ({ field: `items.${item}`, message }));
  if (!template) return <Answer of={query}>{() => null}</Answer>;
  return (
    <Form form={form} submit={plan ? words.save : words.make} cancel={cancel}>
      <Stack>
        <Basics form={form} template={template} />
        <PlanGoals form={form} />
        <PlanContents form={form} template={template} answer={answer} />
        <PlanItems form={form} template={template} answer={answer} />
        {corrects && (
          <Card>
            <TextArea {...form.field('why')} label={words.why} rows={2} />
          </Card>
        )}
      </Stack>
    </Form>
  );
}

export function goalsOf(values: PlanValues): string[] {
  return Array.from({ length: values.goals }, (_, i) => (values[`goals.${i}`] ?? '').trim()).filter(
    (one) => one !== '',
  );
}

/** Told where it stands in the form: fields that are left empty are not sent. */
export function wrongGoals(
  values: PlanValues,
  { noGoals, goalTwice }: { readonly noGoals: string; readonly goalTwice: string },
): FieldError[] {
  if (goalsOf(values).length === 0) return [{ field: 'goals.0', message: noGoals }];
  const fields = Array.from({ length: values.goals }, (_, i) => values[`goals.${i}`] ?? '');
  return repeatedIn(fields).map((at) => ({ field: `goals.${at}`, message: goalTwice }));
}

/** Items that follow from what is filled in already: nothing is typed twice, and each can be worded otherwise. */
export function useDerivedItems(values: PlanValues, template: Template | undefined): Readonly<Record<string, string>> {
  const words = useTexts(planTexts);
  const format = useFormat();
  if (!template?.frame) return {};
  const { daysAWeek, hoursADay, during, reviewOn } = values;
  const { from, to } = during;
  return {
    ...(daysAWeek && hoursADay ? { duration: words.duration(format.number(hoursADay), format.number(daysAWeek)) } : {}),
    ...(from && to && from < to ? { period: format.range({ from, to }) } : {}),
    ...(reviewOn ? { evaluation: words.evaluation(format.day(reviewOn)) } : {}),
  };
}

function Basics({ form, template }: { form: FormOf<Values>; template: Template }) {
  const words = useTexts(planTexts);
  const today = useToday();
  const format = useFormat();
  const { frame, kinds, mustInformOfBenefits } = template;
  const kind = form.values.kind || kinds[0];
  const check = kind ? checkedBy(kind, form.values.madeOn ?? today) : null;
  const months = frame ? words.monthsFrame(frame.fewestMonths, frame.mostMonths) : undefined;
  return (
    <Card>
      {kinds.length > 1 && (
        <RadioField
          {...form.field('kind')}
          value={form.values.kind || kinds[0] || ''}
          label={words.kind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
      )}
      <FieldRow>
        <DayField {...form.field('madeOn')} label={words.madeOn} today={today} max={today} />
        {mustInformOfBenefits && (
          <DayField
            {...form.field('informedOfBenefitsOn')}
            label={words.informedOn}
            description={words.informedHelp}
            today={today}
            max={form.values.madeOn ?? today}
          />
        )}
      </FieldRow>
      <RangeField {...form.field('during')} label={words.during} open={frame === null} today={today} />
      {months && <p className="muted">{months}</p>}
      {frame && (
        <FieldRow>
          <NumberField
            {...form.field('daysAWeek')}
            label={words.daysAWeek}
            description={words.frame(frame.fewestDaysAWeek, frame.mostDaysAWeek)}
          />
          <NumberField
            {...form.field('hoursADay')}
            label={words.hoursADay}
            description={words.hoursLeast(frame.fewestHoursADay)}
          />
        </FieldRow>
      )}
      <DayField
        {...form.field('reviewOn')}
        label={words.reviewOn}
        {...(check ? { description: words.checkBy(format.day(check.by)), max: check.by } : {})}
        today={today}
        min={form.values.madeOn ?? today}
      />
    </Card>
  );
}

/** What a plan of the kind says beside what § 9 asks, and that. */
export function itemsFor(template: Template | undefined, kind: PlanKind | undefined) {
  if (!template) return [];
  return [...template.contents.flatMap((one) => (one.kind === kind ? one.items : [])), ...template.items];
}

/** A field that stands by its path, empty until something is written. */
function written(form: PlanFields, at: At) {
  const field = form.field(at);
  return { ...field, value: field.value ?? '' };
}

export function PlanGoals({ form }: { form: PlanFields }) {
  const words = useTexts(planTexts);
  const { goals } = form.values;
  const remove = (at: number) => {
    for (let i = at; i < goals; i++) form.set(`goals.${i}`, form.values[`goals.${i + 1}`] ?? '');
    form.set('goals', goals - 1);
  };
  return (
    <Card title={words.goals}>
      <p className="muted">{words.goalsHelp}</p>
      {Array.from({ length: goals }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: goals are told apart by their place.
        <div key={i} className="plan-goal">
          <TextField {...written(form, `goals.${i}`)} label={words.goal(i + 1)} />
          {goals > 1 && (
            <button
              type="button"
              className="icon-button"
              aria-label={words.removeGoal(i + 1)}
              title={words.removeGoal(i + 1)}
              onClick={() => remove(i)}
            >
              <TrashIcon aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
      <div>
        <Button
          size="small"
          variant="tertiary"
          type="button"
          icon={<PlusIcon aria-hidden="true" />}
          onClick={() => form.set('goals', goals + 1)}
        >
          {words.addGoal}
        </Button>
      </div>
    </Card>
  );
}

interface ItemsProps {
  readonly form: PlanFields;
  readonly template: Template;
  readonly answer: (values: PlanValues, item: string) => string;
}

/** What the plan says whatever services stand in it; it may be written later, before anybody signs. */
export function PlanContents({ form, template, answer }: ItemsProps) {
  const words = useTexts(planTexts);
  const kind = form.values.kind || template.kinds[0];
  const content = template.contents.find((one) => one.kind === kind);
  if (!content || content.items.length === 0) return null;
  return (
    <Card title={words.contents}>
      <p className="muted">{keptTogether(words.contentsHelp(content.provision))}</p>
      {content.items.map(({ item, number, text }) => (
        <TextArea
          key={item}
          {...form.field(`items.${item}`)}
          value={answer(form.values, item)}
          label={`${number}. ${text.charAt(0).toUpperCase()}${text.slice(1)}`}
          rows={2}
        />
      ))}
    </Card>
  );
}

export function PlanItems({ form, template, answer }: ItemsProps) {
  const words = useTexts(planTexts);
  const { items, provision } = template;
  if (items.length === 0) return null;
  const required = items.some((one) => one.required);
  // What follows from other fields answers an objection as well as what is written here.
  const filled = (item: string) => {
    const field = form.field(`items.${item}`);
    const value = answer(form.values, item);
    return { ...field, value, error: value.trim() === '' ? field.error : undefined };
  };
  const fields = items.map(({ item, number, text, required: must }) => (
    <TextArea
      key={item}
      {...filled(item)}
      label={`${number}. ${text.charAt(0).toUpperCase()}${text.slice(1)}`}
      rows={2}
      optional={!must}
    />
  ));
  const help = provision && <p className="muted">{keptTogether(words.itemsHelp(provision))}</p>;
  if (required) {
    return (
      <Card title={words.items}>
        {help}
        {fields}
      </Card>
    );
  }
  return (
    <details className="card plan-items">
      <summary>{words.itemsOptional}</summary>
      {help}
      {fields}
    </details>
  );
}
