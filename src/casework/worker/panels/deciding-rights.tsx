import { Button } from '@navikt/ds-react/Button';
import { addDays, type Day } from '../../../kernel/day.ts';
import { contains, lastDay, range } from '../../../kernel/range.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { ChecksField, SelectField } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';
import type { Post } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

export interface ServiceChoice {
  readonly service: Service;
  readonly name: string;
  readonly provisions: readonly { readonly id: string; readonly cite: string }[];
}

interface GiveProps {
  readonly workerId: string;
  readonly post: Post;
  readonly services: readonly ServiceChoice[];
  readonly close: () => void;
}

/** Lets a post decide on services from a day on, by a delegation. */
export function GiveRights({ workerId, post, services, close }: GiveProps) {
  const words = useTexts(workerTexts);
  const toast = useToast();
  const today = useToday();
  const give = useDo('giveDecidingRights');
  const from = contains(post.during, today) ? today : post.during.from;
  const form = useForm({
    initial: {
      services: [] as readonly Service[],
      provision: '',
      delegation: '',
      during: { from, to: post.during.to } as RangeDraft,
    },
    send: ({ services: chosen, provision, delegation, during }) =>
      give.mutateAsync({
        workerId,
        postId: post.id,
        services: [...chosen],
        provision: provision || null,
        delegation,
        during: { from: during.from as Day, to: during.to },
      }),
    done: () => {
      toast({ done: words.rightsGiven });
      close();
    },
  });
  const provisions = new Map(
    services
      .filter(({ service }) => form.values.services.includes(service))
      .flatMap((one) => one.provisions.map(({ id, cite }) => [id, cite] as const)),
  );
  return (
    <Dialog title={words.giveRightsOf(words.roles[post.role])} close={close}>
      <Form form={form} submit={words.giveRights} cancel={close}>
        <ChecksField
          {...form.field('services')}
          label={words.decidesOn}
          options={services.map(({ service, name }) => ({ value: service, label: name }))}
        />
        <TextField {...form.field('delegation')} label={words.delegation} description={words.delegationHelp} />
        <RangeField {...form.field('during')} label={words.during} open today={today} />
        {provisions.size > 0 && (
          <SelectField
            {...form.field('provision')}
            label={words.onlyBy}
            description={words.onlyByHelp}
            options={[...provisions].map(([value, label]) => ({ value, label }))}
            none={words.anyProvision}
            optional
          />
        )}
      </Form>
    </Dialog>
  );
}

type Right = Post['decides'][number];

interface EndProps {
  readonly workerId: string;
  readonly right: Right;
  readonly service: string;
  readonly close: () => void;
}

/** The last day of a right; what was decided by it stays decided. */
export function EndRight({ workerId, right, service, close }: EndProps) {
  const words = useTexts(workerTexts);
  const toast = useToast();
  const today = useToday();
  const change = useDo('changeDecidingRight');
  const set = (during: Right['during'], seen: string | null) =>
    change.mutateAsync({ workerId, rightId: right.id, during, seen });
  const form = useForm({
    initial: { during: (lastDay(right.during) ?? today) as Day | null },
    check: ({ during: last }) => (last === null ? [{ field: 'during', message: words.missing }] : []),
    seen: right.version,
    send: ({ during: last }, seen) => set(range(right.during.from, addDays(last as Day, 1)), seen),
    done: ({ version = null }) => {
      toast({ done: words.rightEnded, undo: () => set(right.during, version) });
      close();
    },
  });
  return (
    <Dialog title={words.endRightOf(service)} close={close}>
      <Form form={form} submit={words.endRight} cancel={close}>
        <DayField {...form.field('during')} label={words.lastDay} today={today} min={right.during.from} />
      </Form>
    </Dialog>
  );
}

interface RightsProps {
  readonly workerId: string;
  readonly post: Post;
  readonly services: readonly ServiceChoice[];
  readonly may: boolean;
  readonly end: (right: Right) => void;
}

/** What a post decides, each with its delegation and days. */
export function Rights({ workerId, post, services, may, end }: RightsProps) {
  const words = useTexts(workerTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const change = useDo('changeDecidingRight', { done: () => toast({ done: words.rightTakenBack }) });
  const nameOf = (service: Service) => services.find((one) => one.service === service)?.name ?? service;
  const citeOf = ({ service, provision }: Right) =>
    services.find((one) => one.service === service)?.provisions.find(({ id }) => id === provision)?.cite ?? provision;
  const visible = post.decides.filter(({ during }) => during.to === null || during.to > today);
  if (visible.length === 0) return null;
  return (
    <ul className="setup-rights" aria-label={words.decides}>
      {visible.map((right) => (
        <li key={right.id}>
          <span>
            <strong>{nameOf(right.service)}</strong>{' '}
            <span className="muted">
              {[format.range(right.during), right.delegation, right.provision && words.onlyByOf(citeOf(right) ?? '')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {may &&
            (contains(right.during, today) || right.during.from < today ? (
              <Button
                size="small"
                variant="tertiary"
                aria-label={words.endRightOf(nameOf(right.service))}
                onClick={() => end(right)}
              >
                {words.endRight}
              </Button>
            ) : (
              <Button
                size="small"
                variant="tertiary"
                aria-label={words.takeBackRightOf(nameOf(right.service))}
                loading={change.isPending}
                onClick={() => change.mutate({ workerId, rightId: right.id, during: null, seen: right.version })}
              >
                {words.takeBackRight}
              </Button>
            ))}
        </li>
      ))}
    </ul>
  );
}
