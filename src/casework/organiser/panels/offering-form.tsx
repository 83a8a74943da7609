import type { Day } from '../../../kernel/day.ts';
import { type Service, services } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { organiserTexts } from '../texts.ts';
import { type Provider, type ProviderDetails, type ProvisionMode, providerKinds, provisionModes } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

/** A service in a provision mode, from a day on. */
export function AddOffering({ providers, close }: { providers: readonly Provider[]; close: () => void }) {
  const words = useTexts(organiserTexts);
  const toast = useToast();
  const today = useToday();
  const add = useDo('addOffering');
  const form = useForm({
    initial: {
      service: '' as Service | '',
      provisionMode: 'own' as ProvisionMode | '',
      providerId: '',
      during: { from: today as Day | null, to: null } as RangeDraft,
    },
    send: ({ service, provisionMode, providerId, during }) =>
      add.mutateAsync({
        service: service as Service,
        provisionMode: provisionMode as ProvisionMode,
        providerId: providerId || null,
        during: { from: during.from as Day, to: during.to },
      }),
    done: () => {
      toast({ done: words.offeringAdded });
      close();
    },
  });
  const own = form.values.provisionMode === 'own';
  return (
    <Dialog title={words.addOffering} close={close}>
      <Form form={form} submit={words.addOffering} cancel={close}>
        <SelectField
          {...form.field('service')}
          label={words.service}
          options={services.map((value) => ({ value, label: words.services[value] }))}
        />
        <SelectField
          {...form.field('provisionMode')}
          label={words.provisionMode}
          options={provisionModes.map((value) => ({ value, label: words.provisionModes[value] }))}
        />
        <SelectField
          {...form.field('providerId')}
          label={words.provider}
          optional={own}
          {...(own ? { none: words.ownProduction } : {})}
          options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RangeField {...form.field('during')} label={words.during} open today={today} />
      </Form>
    </Dialog>
  );
}

/** Somebody of whom services can be purchased. */
export function AddProvider({ close }: { close: () => void }) {
  const words = useTexts(organiserTexts);
  const toast = useToast();
  const add = useDo('addProvider');
  const form = useForm({
    initial: { name: '', kind: '' as ProviderDetails['kind'] | '', businessCode: '' },
    send: ({ name, kind, businessCode }) =>
      add.mutateAsync({ name, kind: kind as ProviderDetails['kind'], businessCode: businessCode.trim() || null }),
    done: () => {
      toast({ done: words.providerAdded });
      close();
    },
  });
  return (
    <Dialog title={words.addProvider} close={close}>
      <Form form={form} submit={words.addProvider} cancel={close}>
        <TextField {...form.field('name')} label={words.providerName} />
        <SelectField
          {...form.field('kind')}
          label={words.kind}
          options={providerKinds.map((value) => ({ value, label: words.providerKinds[value] }))}
        />
        <TextField {...form.field('businessCode')} label={words.businessCode} optional />
      </Form>
    </Dialog>
  );
}
