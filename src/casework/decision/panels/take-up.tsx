import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as received from '../../referral/acts.ts';
import { sourcesOn } from '../../referral/rules.ts';
import type { Source } from '../../referral/words.ts';
import type * as acts from '../acts.ts';
import { decisionTexts } from '../texts.ts';

const { useDo } = apiOf<typeof received>();
const { useAsk } = apiOf<typeof acts>();

interface TakeUpProps {
  readonly clientId: string;
  readonly service: Service;
  /** As what it is taken up, and what follows. */
  readonly title: string;
  readonly help: string;
  /** From whom a matter comes, in words. */
  readonly names: Readonly<Record<Source, string>>;
  readonly open: (referralId: string) => void;
  readonly close: () => void;
}

/** Takes up the change or the end of a decision: a matter of its own, which is heard and decided as any other. */
export function TakeUp(props: TakeUpProps) {
  const query = useAsk('referrals', { clientId: props.clientId });
  return (
    <Dialog title={props.title} close={props.close}>
      <Answer of={query}>
        {({ referrals }) => (
          <TakeUpForm
            {...props}
            pendingId={
              referrals.find(({ service, state }) => service === props.service && state === 'pending')?.id ?? null
            }
          />
        )}
      </Answer>
    </Dialog>
  );
}

function TakeUpForm({
  clientId,
  service,
  help,
  names,
  open,
  close,
  pendingId,
}: TakeUpProps & { readonly pendingId: string | null }) {
  const words = useTexts(decisionTexts);
  const toast = useToast();
  const today = useToday();
  const receive = useDo('receiveReferralOfClient');
  const form = useForm<{ source: Source | '' }, { referralId: string; made: boolean }>({
    initial: { source: 'authority' },
    send: async (values) => {
      if (pendingId !== null) return { referralId: pendingId, made: false };
      const kind = values.source === 'own-contact' ? ('own-contact' as const) : ('referral' as const);
      const matter = { clientId, service, source: values.source as Source, kind, receivedOn: today };
      const answer = await receive.mutateAsync({ ...matter, finishesStudies: false, need: null, referredBy: null });
      return { referralId: answer.referralId, made: true };
    },
    done: ({ referralId, made }) => {
      if (made) toast({ done: words.tookUp, next: words.tookUpNext });
      open(referralId);
    },
  });
  return (
    <Form form={form} submit={pendingId === null ? words.takeUpNow : words.toMatter} cancel={close}>
      <p>{pendingId === null ? help : words.takenUpAlready}</p>
      {pendingId === null && (
        <SelectField
          {...form.field('source')}
          change={(value) => form.set('source', value as Source)}
          label={words.onWhoseInitiative}
          options={sourcesOn(today).map((value) => ({ value, label: names[value] }))}
        />
      )}
    </Form>
  );
}
