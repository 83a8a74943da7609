import { agreementTexts } from '../../../casework/agreement/texts.ts';
import { PageLink } from '../../../web/address.tsx';
import { Entries, Entry } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag, type Tone } from '../../../web/kit/tag.tsx';
import { pageAt } from '../../app/pages.ts';
import { clientDesk } from '../texts.ts';
import type { ClientPageData } from './timeline.tsx';

type Agreement = ClientPageData['agreements'][number];

const tones: Readonly<Record<Agreement['state'], Tone>> = {
  draft: 'neutral',
  waiting: 'warning',
  agreed: 'info',
  'in-force': 'success',
  'to-renew': 'warning',
  lapsed: 'danger',
  ended: 'neutral',
};

/** The client's agreements with workplaces, newest first, and whose approval each waits for. */
export function Agreements({ page }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const agreement = useTexts(agreementTexts);
  const format = useFormat();
  if (page.agreements.length === 0) return <Empty title={words.agreementNone} />;
  return (
    <Entries>
      {page.agreements.map((one) => (
        <Entry
          key={one.id}
          title={
            <PageLink
              to={pageAt('/clients/$clientId/agreement/$agreementId', {
                clientId: page.client.id,
                agreementId: one.id,
              })}
            >
              {[one.place, one.employer].filter(Boolean).join(', ')}
            </PageLink>
          }
          line={[
            format.range(one.during),
            one.hours,
            one.tasks,
            one.state === 'waiting' &&
              agreement.waitsFor(one.waitingFor.map((party) => agreement.partiesShort[party]).join(', ')),
          ]
            .filter(Boolean)
            .join(' · ')}
          end={<Tag tone={tones[one.state]}>{agreement.states[one.state]}</Tag>}
        />
      ))}
    </Entries>
  );
}
