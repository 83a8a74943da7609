import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { businessCodeIn } from '../../../kernel/business-code.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, type FieldsOf, Form, useForm } from '../../../web/form.tsx';
import { Entries, Entry } from '../../../web/kit/card.tsx';
import { ComboField } from '../../../web/kit/combobox.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { useDebounced } from '../../../web/kit/debounced.ts';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useLookedFor, withChosen } from '../../../web/kit/looked-for.ts';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { employerTexts } from '../texts.ts';
import { type Employer, type EmployersWorkplace, type Sector, sectors } from '../words.ts';
import './workplace-form.css';

const { useAsk, useDo } = apiOf<typeof acts>();

export interface Municipality {
  readonly code: string;
  readonly name: string;
}

interface Details {
  readonly name: string;
  readonly street: string;
  readonly municipalityCode: string;
  readonly tasks: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

const nothing: Details = {
  name: '',
  street: '',
  municipalityCode: '',
  tasks: '',
  contactName: '',
  contactPhone: '',
};

const filled = (text: string): string | null => text.trim() || null;

const sent = ({ name, street, municipalityCode, tasks, contactName, contactPhone }: Details) => ({
  name,
  street: filled(street),
  municipalityCode: filled(municipalityCode),
  tasks: filled(tasks),
  contactName: filled(contactName),
  contactPhone: filled(contactPhone),
});

/** The fields of a workplace. */
function WorkplaceFields({
  form,
  municipalities,
  nameHelp,
}: {
  form: { readonly fields: FieldsOf<Details> };
  municipalities: readonly Municipality[];
  nameHelp?: string | undefined;
}) {
  const words = useTexts(employerTexts);
  const { fields } = form;
  return (
    <>
      <TextField
        {...fields.name}
        label={words.workplaceName}
        description={nameHelp}
        optional={nameHelp !== undefined}
      />
      <FieldRow>
        <TextField {...fields.street} label={words.street} optional />
        <SelectField
          {...fields.municipalityCode}
          label={words.municipality}
          optional
          options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </FieldRow>
      <TextArea {...fields.tasks} label={words.tasks} description={words.tasksHelp} optional rows={2} />
      <FieldRow>
        <TextField {...fields.contactName} label={words.contact} optional />
        <TextField {...fields.contactPhone} label={words.phone} type="tel" optional />
      </FieldRow>
    </>
  );
}

interface AlikeProps {
  readonly name: string;
  readonly businessCode: string;
  /** The one that is being changed. */
  readonly own?: string;
  /** Takes one of them in place of what is being told; without it they are only told of. */
  readonly choose?: (employer: Employer) => void;
}

/** Employers that are likely the one that is being written, before it stands twice. */
function AlikeEmployers({ name, businessCode, own, choose }: AlikeProps) {
  const words = useTexts(employerTexts);
  const likeName = useDebounced(name.trim());
  const likeCode = useDebounced(businessCodeIn(businessCode));
  const query = useAsk('employers', { likeName, likeCode }, { when: likeName !== '' || likeCode !== '' });
  const alike = query.data?.employers.filter(({ id }) => id !== own) ?? [];
  if (alike.length === 0) return null;
  return (
    <section className="employer-alike" aria-label={words.alike} data-color="warning">
      <h3>{words.alike}</h3>
      <Entries>
        {alike.map((one) => (
          <Entry
            key={one.id}
            title={one.name}
            line={one.businessCode ?? undefined}
            end={
              choose && (
                <Button
                  size="small"
                  variant="secondary"
                  type="button"
                  aria-label={words.takeThis(one.name)}
                  onClick={() => choose(one)}
                >
                  {words.useThis}
                </Button>
              )
            }
          />
        ))}
      </Entries>
    </section>
  );
}

interface AddProps {
  readonly municipalities: readonly Municipality[];
  readonly close: () => void;
  readonly added: (workplaceId: string) => void;
}

const newOne = 'new';

/** Employers to choose from: all of them, or where these are too many to offer at once, those that what is typed finds. */
function useEmployers(typed: string) {
  const known = useAsk('employers', {});
  const first = known.data?.employers ?? [];
  const areCut = known.data === undefined || known.data.total > first.length;
  const { text, isAsked, isSearching } = useLookedFor(typed, areCut);
  const matches = useAsk('employers', { text }, { when: isAsked, keep: true });
  return { offered: isAsked ? (matches.data?.employers ?? first) : first, searching: isSearching(matches) };
}

/** Adds a workplace, of an employer that is known or of a new one. */
export function AddWorkplace({ municipalities, close, added }: AddProps) {
  const words = useTexts(employerTexts);
  const toast = useToast();
  const [text, search] = useState('');
  const { offered, searching } = useEmployers(text.trim());
  const [chosen, choose] = useState<Pick<Employer, 'id' | 'name'>>();
  const addEmployer = useDo('addEmployer');
  const addWorkplace = useDo('addWorkplace');
  const form = useForm({
    initial: { ...nothing, employerId: '', employerName: '', businessCode: '', sector: '' as Sector | '' },
    check: ({ employerId, employerName }) => [
      ...(employerId === '' ? [{ field: 'employerId', message: words.chooseEmployer }] : []),
      ...(employerId === newOne && employerName.trim() === ''
        ? [{ field: 'employerName', message: words.nameMissing }]
        : []),
    ],
    send: async ({ employerId, employerName, businessCode, sector, ...details }) => {
      if (employerId !== newOne) return addWorkplace.mutateAsync({ employerId, ...sent(details) });
      const employer = { name: employerName, businessCode: filled(businessCode), sector: sector as Sector };
      // A workplace is often all that an employer has, and is then called as the employer.
      const workplace = sent({ ...details, name: details.name.trim() || employerName });
      return addEmployer.mutateAsync({ ...employer, workplace });
    },
    done: ({ workplaceId }, { name, employerName }) => {
      toast({ done: words.added(name.trim() || employerName) });
      added(workplaceId);
    },
  });
  const isNew = form.values.employerId === newOne;
  const employers = withChosen<Pick<Employer, 'id' | 'name'>>(offered, chosen);
  return (
    <Dialog title={words.addWorkplace} close={close}>
      <Form form={form} submit={words.addWorkplace} cancel={close}>
        <ComboField
          {...form.field('employerId')}
          change={(id) => {
            choose(employers.find((one) => one.id === id));
            form.set('employerId', id);
          }}
          search={search}
          searching={searching}
          label={words.employer}
          description={words.employerHelp}
          options={[
            { value: newOne, label: words.newEmployer },
            ...employers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {isNew && (
          <>
            <TextField {...form.field('employerName')} label={words.employerName} />
            <FieldRow>
              <SelectField
                {...form.field('sector')}
                label={words.sector}
                options={sectors.map((value) => ({ value, label: words.sectors[value] }))}
              />
              <TextField {...form.field('businessCode')} label={words.businessCode} optional />
            </FieldRow>
            <AlikeEmployers
              name={form.values.employerName}
              businessCode={form.values.businessCode}
              choose={(employer) => {
                choose(employer);
                form.set('employerId', employer.id);
              }}
            />
          </>
        )}
        <WorkplaceFields
          form={form}
          municipalities={municipalities}
          nameHelp={isNew ? words.workplaceNameHelp : undefined}
        />
      </Form>
    </Dialog>
  );
}

interface ChangeProps {
  readonly workplace: EmployersWorkplace;
  readonly municipalities: readonly Municipality[];
  readonly close: () => void;
}

/** Changes a workplace's name, place, tasks or contact person. */
export function ChangeWorkplace({ workplace, municipalities, close }: ChangeProps) {
  const words = useTexts(employerTexts);
  const toast = useToast();
  const change = useDo('changeWorkplace');
  const form = useForm({
    initial: {
      name: workplace.name,
      street: workplace.street ?? '',
      municipalityCode: workplace.municipalityCode ?? '',
      tasks: workplace.tasks ?? '',
      contactName: workplace.contactName ?? '',
      contactPhone: workplace.contactPhone ?? '',
    },
    seen: workplace.version,
    send: (values, seen) => change.mutateAsync({ workplaceId: workplace.id, ...sent(values), seen }),
    done: () => {
      toast({ done: words.changed });
      close();
    },
  });
  return (
    <Dialog title={words.change} close={close}>
      <Form form={form} cancel={close}>
        <WorkplaceFields form={form} municipalities={municipalities} />
      </Form>
    </Dialog>
  );
}

/** Changes an employer's name, business code or sector. */
export function ChangeEmployer({ workplace, close }: Pick<ChangeProps, 'workplace' | 'close'>) {
  const words = useTexts(employerTexts);
  const toast = useToast();
  const { employer } = workplace;
  const change = useDo('changeEmployer');
  const form = useForm({
    initial: { name: employer.name, businessCode: employer.businessCode ?? '', sector: employer.sector as Sector | '' },
    seen: employer.version,
    send: ({ name, businessCode, sector }, seen) =>
      change.mutateAsync({
        seen,
        employerId: employer.id,
        name,
        businessCode: filled(businessCode),
        sector: sector as Sector,
      }),
    done: () => {
      toast({ done: words.changed });
      close();
    },
  });
  return (
    <Dialog title={words.changeEmployer} close={close}>
      <Form form={form} cancel={close}>
        <TextField {...form.field('name')} label={words.employerName} />
        <FieldRow>
          <SelectField
            {...form.field('sector')}
            label={words.sector}
            options={sectors.map((value) => ({ value, label: words.sectors[value] }))}
          />
          <TextField {...form.field('businessCode')} label={words.businessCode} optional />
        </FieldRow>
        <AlikeEmployers name={form.values.name} businessCode={form.values.businessCode} own={employer.id} />
      </Form>
    </Dialog>
  );
}

/** Ends a workplace after its last day; the database refuses while somebody is placed there. */
export function EndWorkplace({
  workplace,
  close,
  ended,
}: Pick<ChangeProps, 'workplace' | 'close'> & { readonly ended: () => void }) {
  const words = useTexts(employerTexts);
  const toast = useToast();
  const today = useToday();
  const end = useDo('endWorkplace');
  const form = useForm({
    initial: { on: today as Day | null },
    send: ({ on }, seen) => end.mutateAsync({ workplaceId: workplace.id, on: addDays(on ?? today, 1), seen }),
    done: () => {
      toast({ done: words.ended(workplace.name) });
      ended();
    },
  });
  return (
    <Dialog title={words.end} close={close}>
      <Form form={form} submit={words.end} cancel={close} danger>
        <DayField {...form.field('on')} label={words.endOn} today={today} min={workplace.during.from} />
      </Form>
    </Dialog>
  );
}
