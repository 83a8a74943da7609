import { addDays, type Day } from '../../../kernel/day.ts';
import { codeOf } from '../../../kernel/problem.ts';
import { lastDay, range } from '../../../kernel/range.ts';
import { type ServiceTask, serviceTasks } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { type Edited, FieldRow, type FieldsOf, Form, useForm } from '../../../web/form.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, ChecksField, NumberField, SelectField } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { problemOf } from '../../../web/kit/problem.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';
import { type Post, type PostDetails, taskRoles, teamRoles, unitRoles } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

export interface UnitChoice {
  readonly id: string;
  readonly name: string;
}

interface PostValues {
  readonly role: PostDetails['role'] | '';
  readonly unitId: string;
  readonly fullTimeShare: number | null;
  readonly hoursAWeek: number | null;
  readonly agreedCaseload: number | null;
  readonly team: string;
  readonly publicOffice: boolean;
  readonly professional: boolean;
  readonly tasks: readonly ServiceTask[];
  readonly during: RangeDraft;
}

const whole = 100;

export const emptyPost = (today: Day): PostValues => ({
  role: '',
  unitId: '',
  fullTimeShare: whole,
  hoursAWeek: null,
  agreedCaseload: null,
  team: '',
  publicOffice: false,
  professional: false,
  tasks: serviceTasks,
  during: { from: today, to: null },
});

/** What is sent of a post; what is missing is told by the server, at its field. */
export function sentPost({
  role,
  unitId,
  fullTimeShare,
  hoursAWeek,
  agreedCaseload,
  team,
  publicOffice,
  professional,
  tasks,
  during,
}: PostValues): PostDetails {
  return {
    role: role as PostDetails['role'],
    unitId: unitRoles.some((one) => one === role) ? unitId || null : null,
    fullTimeShare: (fullTimeShare ?? whole) / whole,
    hoursAWeek,
    agreedCaseload,
    team: teamRoles.some((one) => one === role) ? team.trim() || null : null,
    publicOffice,
    professional,
    tasks: taskRoles.some((one) => one === role) ? [...tasks] : [...serviceTasks],
    during: { from: during.from as Day, to: during.to },
  };
}

interface FieldsProps {
  readonly form: { readonly fields: FieldsOf<PostValues>; readonly values: PostValues };
  readonly units: readonly UnitChoice[];
  readonly roleFixed?: boolean;
}

/** The fields of a post; what a role does not need is not asked. */
export function PostFields({ form, units, roleFixed = false }: FieldsProps) {
  const words = useTexts(workerTexts);
  const today = useToday();
  const { fields } = form;
  const { role } = form.values;
  return (
    <>
      {!roleFixed && (
        <SelectField
          {...fields.role}
          label={words.role}
          options={Object.entries(words.roles).map(([value, label]) => ({
            value: value as PostDetails['role'],
            label,
          }))}
        />
      )}
      {unitRoles.some((one) => one === role) && (
        <SelectField
          {...fields.unitId}
          label={words.unit}
          description={words.unitHelp}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {teamRoles.some((one) => one === role) && (
        <TextField
          {...fields.team}
          label={words.team}
          description={role === 'manager' ? words.teamOfManagerHelp : words.teamHelp}
          optional
        />
      )}
      {taskRoles.some((one) => one === role) && (
        <ChecksField
          {...fields.tasks}
          label={words.tasks}
          description={words.tasksHelp}
          options={serviceTasks.map((value) => ({ value, label: words.taskNames[value] }))}
        />
      )}
      <RangeField {...fields.during} label={words.during} open today={today} />
      <CheckField {...fields.publicOffice} label={words.publicOffice} description={words.publicOfficeHelp} />
      <CheckField {...fields.professional} label={words.professional} />
      <FieldRow>
        <NumberField {...fields.fullTimeShare} label={words.fullTimeShare} />
        <NumberField {...fields.hoursAWeek} label={words.hoursAWeek} optional />
        <NumberField {...fields.agreedCaseload} label={words.agreedCaseload} optional />
      </FieldRow>
    </>
  );
}

interface GiveProps {
  readonly workerId: string;
  readonly units: readonly UnitChoice[];
  readonly close: () => void;
}

/** A role from a day on. */
export function GivePost({ workerId, units, close }: GiveProps) {
  const words = useTexts(workerTexts);
  const toast = useToast();
  const today = useToday();
  const give = useDo('givePost');
  const form = useForm({
    initial: emptyPost(today),
    send: (values) => give.mutateAsync({ workerId, ...sentPost(values) }),
    done: ({ waits }) => {
      toast({ done: waits ? words.postWaits : words.postGiven });
      close();
    },
  });
  return (
    <Dialog title={words.givePost} close={close}>
      <Form form={form} submit={words.givePost} cancel={close}>
        <PostFields form={form} units={units} />
      </Form>
    </Dialog>
  );
}

interface PostProps {
  readonly workerId: string;
  readonly post: Post;
  readonly close: () => void;
}

const detailsOf = ({ id: _, unit: __, decides: ___, version: ____, ...details }: Post): PostDetails => details;

export function ChangePost({ workerId, post, units, close }: PostProps & { readonly units: readonly UnitChoice[] }) {
  const words = useTexts(workerTexts);
  const toast = useToast();
  const change = useDo('changePost');
  const form = useForm<PostValues, Edited & { readonly waits: boolean }>({
    initial: {
      ...detailsOf(post),
      unitId: post.unitId ?? '',
      team: post.team ?? '',
      fullTimeShare: Math.round(post.fullTimeShare * whole * 10) / 10,
    },
    seen: post.version,
    send: (values, seen) => change.mutateAsync({ workerId, postId: post.id, ...sentPost(values), seen }),
    done: ({ version = null, waits }) => {
      if (waits) toast({ done: words.postWaits });
      else
        toast({
          done: words.postChanged,
          undo: () => change.mutateAsync({ workerId, postId: post.id, ...detailsOf(post), seen: version }),
        });
      close();
    },
  });
  return (
    <Dialog title={`${words.changePost}: ${words.roles[post.role]}`} close={close}>
      <Form form={form} cancel={close}>
        <PostFields form={form} units={units} roleFixed />
      </Form>
    </Dialog>
  );
}

interface EndPostProps extends PostProps {
  /** Clients hang on the post: shares them out, and ends it with the last day. */
  readonly handOver: (lastDay: Day) => void;
}

const held = ['answers-for-clients', 'leads-groups'];

export function EndPost({ workerId, post, close, handOver }: EndPostProps) {
  const words = useTexts(workerTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const change = useDo('changePost');
  const before = detailsOf(post);
  const form = useForm({
    initial: { during: (lastDay(post.during) ?? today) as Day | null },
    check: ({ during: last }) => (last === null ? [{ field: 'during', message: words.missing }] : []),
    seen: post.version,
    send: async ({ during: last }, seen) => {
      try {
        return await change.mutateAsync({
          seen,
          workerId,
          postId: post.id,
          ...before,
          during: range(post.during.from, addDays(last as Day, 1)),
        });
      } catch (failure) {
        if (held.includes(codeOf(problemOf(failure)))) handOver(last as Day);
        throw failure;
      }
    },
    done: ({ version = null }, { during: last }) => {
      toast({
        done: words.postEnded(words.roles[post.role], last ? format.day(last) : ''),
        undo: () => change.mutateAsync({ workerId, postId: post.id, ...before, seen: version }),
      });
      close();
    },
  });
  return (
    <Dialog title={`${words.endPost}: ${words.roles[post.role]}`} close={close}>
      <Form form={form} submit={words.endPost} cancel={close}>
        <p className="muted">{words.endHelp}</p>
        <DayField {...form.field('during')} label={words.lastDay} today={today} min={post.during.from} />
      </Form>
    </Dialog>
  );
}
