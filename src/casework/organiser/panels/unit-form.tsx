import type { Day } from '../../../kernel/day.ts';
import { choicesStanding } from '../../../kernel/municipality.ts';
import { apiOf } from '../../../web/api.ts';
import { type Edited, FieldRow, Form, useForm } from '../../../web/form.tsx';
import { type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { organiserTexts } from '../texts.ts';
import { type Provider, type Unit, type UnitDetails, unitKinds } from '../words.ts';
import type { MunicipalityChoice } from './organiser-form.tsx';

const { useDo } = apiOf<typeof acts>();

/** A unit with the version of it that is shown. */
export type SeenUnit = Unit & { readonly version: string };

/** What the acts take of a unit. */
export const unitDetails = ({
  id: _,
  municipality: __,
  provider: ___,
  version: ____,
  ...details
}: SeenUnit): UnitDetails => details;

interface UnitProps {
  /** Left out where a new one is added. */
  readonly unit?: SeenUnit;
  readonly municipalities: readonly MunicipalityChoice[];
  readonly providers: readonly Provider[];
  readonly close: () => void;
}

/** A unit of the organiser's or of a provider's. */
export function UnitForm({ unit, municipalities, providers, close }: UnitProps) {
  const words = useTexts(organiserTexts);
  const toast = useToast();
  const today = useToday();
  const add = useDo('addUnit');
  const change = useDo('changeUnit');
  const standing = choicesStanding(municipalities, today);
  const form = useForm({
    initial: {
      name: unit?.name ?? '',
      kind: (unit?.kind ?? '') as UnitDetails['kind'] | '',
      municipalityCode: unit?.municipalityCode ?? (standing.length === 1 ? (standing[0]?.code ?? '') : ''),
      street: unit?.street ?? '',
      providerId: unit?.providerId ?? '',
      during: (unit?.during ?? { from: today as Day | null, to: null }) as RangeDraft,
    },
    seen: unit?.version,
    send: async ({ kind, street, providerId, during, ...values }, seen): Promise<Edited> => {
      const input: UnitDetails = {
        ...values,
        kind: kind as UnitDetails['kind'],
        street: street.trim() || null,
        providerId: providerId || null,
        during: { from: during.from as Day, to: during.to },
      };
      if (unit) return change.mutateAsync({ ...input, unitId: unit.id, seen });
      await add.mutateAsync(input);
      return {};
    },
    done: ({ version = null }) => {
      toast(
        unit
          ? {
              done: words.changed,
              undo: () => change.mutateAsync({ ...unitDetails(unit), unitId: unit.id, seen: version }),
            }
          : { done: words.unitAdded },
      );
      close();
    },
  });
  return (
    <Dialog title={unit ? words.changeOf(unit.name) : words.addUnit} close={close}>
      <Form form={form} submit={unit ? words.change : words.addUnit} cancel={close}>
        <TextField {...form.field('name')} label={words.unitName} />
        <FieldRow>
          <SelectField
            {...form.field('kind')}
            label={words.kind}
            options={unitKinds.map((value) => ({ value, label: words.unitKinds[value] }))}
          />
          <SelectField
            {...form.field('municipalityCode')}
            label={words.municipality}
            options={choicesStanding(
              municipalities,
              form.values.during.from ?? today,
              unit?.municipalityCode ?? null,
            ).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </FieldRow>
        <TextField {...form.field('street')} label={words.street} optional />
        <SelectField
          {...form.field('providerId')}
          label={words.provider}
          optional
          none={words.ownProduction}
          options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RangeField {...form.field('during')} label={words.during} open today={today} />
      </Form>
    </Dialog>
  );
}
