import type { Day, Weekday } from '../../../kernel/day.ts';
import { weekdayName } from '../../../kernel/language.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { type Edited, FieldRow, Form, useForm } from '../../../web/form.tsx';
import { type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, ChecksField, NumberField, SelectField } from '../../../web/kit/fields.tsx';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { organiserTexts } from '../texts.ts';
import { type GroupDetails, halves, type SetGroup } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

/** A group with the version of it that is shown. */
export type SeenGroup = SetGroup & { readonly version: string };

/** What the acts take of a group. */
export const groupDetails = ({
  id: _,
  unitId: __,
  unit: ___,
  service: ____,
  version: _____,
  ...details
}: SeenGroup): GroupDetails => details;

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const workdays = ['1', '2', '3', '4', '5'];

interface GroupProps {
  /** Left out where a new one is added. */
  readonly group?: SeenGroup;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly services: readonly Service[];
  readonly close: () => void;
}

/** A group with its places, and when it is open. */
export function GroupForm({ group, units, services, close }: GroupProps) {
  const words = useTexts(organiserTexts);
  const { language } = useLanguage();
  const toast = useToast();
  const today = useToday();
  const add = useDo('addGroup');
  const change = useDo('changeGroup');
  const form = useForm({
    initial: {
      unitId: units.length === 1 ? (units[0]?.id ?? '') : '',
      service: '' as Service | '',
      name: group?.name ?? '',
      capacity: group?.capacity ?? null,
      leadRotationMonths: group?.leadRotationMonths ?? null,
      weekdays: (group?.weekdays.map(String) ?? workdays) as readonly string[],
      halves: (group?.halves ?? halves) as readonly (typeof halves)[number][],
      meal: group?.meal ?? false,
      during: (group?.during ?? { from: today as Day | null, to: null }) as RangeDraft,
    },
    seen: group?.version,
    send: async ({ unitId, service, during, ...values }, seen): Promise<Edited> => {
      const input: GroupDetails = {
        ...values,
        weekdays: values.weekdays.map(Number).toSorted((a, b) => a - b),
        halves: [...values.halves],
        during: { from: during.from as Day, to: during.to },
      };
      if (group) return change.mutateAsync({ ...input, groupId: group.id, seen });
      await add.mutateAsync({ ...input, unitId, service: service as Service });
      return {};
    },
    done: ({ version = null }) => {
      toast(
        group
          ? {
              done: words.changed,
              undo: () => change.mutateAsync({ ...groupDetails(group), groupId: group.id, seen: version }),
            }
          : { done: words.groupAdded },
      );
      close();
    },
  });
  return (
    <Dialog title={group ? words.changeOf(group.name) : words.addGroup} close={close}>
      <Form form={form} submit={group ? words.change : words.addGroup} cancel={close}>
        {!group && (
          <FieldRow>
            <SelectField
              {...form.field('unitId')}
              label={words.unit}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              {...form.field('service')}
              label={words.service}
              options={services.map((value) => ({ value, label: words.services[value] }))}
            />
          </FieldRow>
        )}
        <TextField {...form.field('name')} label={words.groupName} />
        <FieldRow>
          <NumberField {...form.field('capacity')} label={words.capacity} optional />
          <NumberField
            {...form.field('leadRotationMonths')}
            label={words.rotationMonths}
            description={words.rotationHelp}
            optional
          />
        </FieldRow>
        <ChecksField
          {...form.field('weekdays')}
          label={words.weekdays}
          options={everyDay.map((one) => ({ value: String(one), label: weekdayName(one, language) }))}
        />
        <ChecksField
          {...form.field('halves')}
          label={words.halves}
          options={halves.map((value) => ({ value, label: words.halfNames[value] }))}
        />
        <CheckField {...form.field('meal')} label={words.meal} />
        <RangeField {...form.field('during')} label={words.during} open today={today} />
      </Form>
    </Dialog>
  );
}
