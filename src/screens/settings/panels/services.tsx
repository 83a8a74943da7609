import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { EndForm } from '../../../casework/organiser/panels/end-form.tsx';
import { AddOffering, AddProvider } from '../../../casework/organiser/panels/offering-form.tsx';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { keptTogether } from '../../../kernel/language.ts';
import type { Range } from '../../../kernel/range.ts';
import { cite, isProvisionId } from '../../../law/provisions.ts';
import type { Edited } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { useDo } from '../../app/api.ts';
import { Ending } from './ending.tsx';
import type { Setup } from './organiser.tsx';
import { SinceWhen } from './standing.tsx';

type Offering = Setup['offerings'][number];

/** What is offered, in which way, on what it rests, and who produces it. */
export function ServicesPart({ setup }: { setup: Setup }) {
  const words = useTexts(organiserTexts);
  const may = setup.permitted.includes('addOffering');
  const [open, setOpen] = useState<'offering' | 'provider' | Offering | null>(null);
  const close = () => setOpen(null);
  const change = useDo('changeOffering');
  const set = (one: Offering) => (during: Range, seen: string | null) =>
    change.mutateAsync({ offeringId: one.id, during, seen });
  const nameOf = ({ service, provisionMode, provider }: Offering) =>
    [words.services[service], provider ?? words.provisionModes[provisionMode]].join(', ');
  return (
    <>
      <Card
        flush
        title={words.offerings}
        actions={
          may && (
            <Button size="small" icon={<PlusIcon aria-hidden="true" />} onClick={() => setOpen('offering')}>
              {words.addOffering}
            </Button>
          )
        }
      >
        {setup.offerings.length === 0 ? (
          <Empty title={words.noOfferings}>{words.noOfferingsHelp}</Empty>
        ) : (
          <Offerings setup={setup} nameOf={nameOf} end={may ? setOpen : null} set={set} />
        )}
      </Card>
      <Card
        flush
        title={words.providers}
        actions={
          may && (
            <Button size="small" variant="secondary" onClick={() => setOpen('provider')}>
              {words.addProvider}
            </Button>
          )
        }
      >
        <DataTable
          caption={words.providers}
          captionHidden
          name="providers"
          rows={setup.providers}
          rowKey={({ id }) => id}
          empty={words.noProviders}
          columns={[
            { id: 'name', header: words.providerName, cell: ({ name }) => name, sort: ({ name }) => name },
            { id: 'kind', header: words.kind, cell: ({ kind }) => words.providerKinds[kind] },
            { id: 'code', header: words.businessCode, cell: ({ businessCode }) => businessCode ?? '' },
          ]}
        />
      </Card>
      {open === 'offering' && <AddOffering providers={setup.providers} close={close} />}
      {open === 'provider' && <AddProvider close={close} />}
      {open !== null && typeof open === 'object' && (
        <EndForm name={nameOf(open)} during={open.during} seen={open.version} set={set(open)} close={close} />
      )}
    </>
  );
}

interface OfferingsProps {
  readonly setup: Setup;
  readonly nameOf: (one: Offering) => string;
  /** Opens the form for ending one; null where one may not. */
  readonly end: ((one: Offering) => void) | null;
  readonly set: (one: Offering) => (during: Range, seen: string | null) => Promise<Edited>;
}

function Offerings({ setup: { offerings, basis }, nameOf, end, set }: OfferingsProps) {
  const words = useTexts(organiserTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const basisOf = ({ service }: Offering) =>
    keptTogether(
      basis
        .filter((one) => one.service === service)
        .map(({ provision, during }) =>
          isProvisionId(provision)
            ? `${cite(provision, language)}${during.to ? ` (${format.range(during)})` : ''}`
            : provision,
        )
        .join('; '),
    );
  return (
    <DataTable
      caption={words.offerings}
      captionHidden
      name="offerings"
      rows={offerings}
      rowKey={({ id }) => id}
      empty={words.noOfferings}
      columns={[
        { id: 'service', header: words.service, cell: ({ service }) => words.services[service] },
        {
          id: 'mode',
          header: words.provisionMode,
          cell: ({ provisionMode, provider }) =>
            [words.provisionModes[provisionMode], provider].filter(Boolean).join(', '),
        },
        { id: 'basis', header: words.basis, cell: (one) => <span className="muted">{basisOf(one)}</span> },
        { id: 'during', header: words.during, cell: ({ during }) => format.range(during) },
        { id: 'state', header: words.state, cell: ({ during }) => <SinceWhen during={during} /> },
        ...(end
          ? [
              {
                id: 'actions',
                header: words.actions,
                cell: (one: Offering) => (
                  <Ending
                    name={nameOf(one)}
                    during={one.during}
                    seen={one.version}
                    end={() => end(one)}
                    set={set(one)}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
