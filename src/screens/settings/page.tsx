import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Competence } from '../../casework/carrying/panels/competence.tsx';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { RateList } from '../../casework/rate/panels/rate-list.tsx';
import { useParam } from '../../web/address.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { Tabs } from '../../web/kit/tabs.tsx';
import { useAsk } from '../app/api.ts';
import { sessionQuery } from '../app/session.ts';
import { DecidingPart } from './panels/deciding.tsx';
import { GroupsPart } from './panels/groups.tsx';
import { OrganiserPart, type Setup } from './panels/organiser.tsx';
import { PhrasesPart } from './panels/phrases.tsx';
import { ResponsiblePart } from './panels/responsible.tsx';
import { RhythmsPart } from './panels/rhythms.tsx';
import { ServicesPart } from './panels/services.tsx';
import { WorkerCards } from './panels/worker.tsx';
import { Workers } from './panels/workers.tsx';
import { setupTexts } from './texts.ts';
import './page.css';
import { pageAt } from '../app/pages.ts';

/** Asetukset: all that an organiser is set up by, in one place. */
export function SetupPage() {
  const words = useTexts(setupTexts);
  const session = useQuery(sessionQuery);
  const part = (body: (setup: Setup) => ReactNode) => () => <Whole body={body} />;
  return (
    <Page title={words.title} line={session.data?.organiser.name ?? ''}>
      <Tabs
        label={words.parts}
        tabs={[
          { id: 'organiser', label: words.organiser, body: part((setup) => <OrganiserPart setup={setup} />) },
          { id: 'services', label: words.services, body: part((setup) => <ServicesPart setup={setup} />) },
          { id: 'groups', label: words.groups, body: part((setup) => <GroupsPart setup={setup} />) },
          { id: 'workers', label: words.workers, body: () => <Workers /> },
          { id: 'competence', label: words.competence, body: () => <CompetencePart /> },
          { id: 'deciding', label: words.deciding, body: () => <DecidingPart /> },
          { id: 'phrases', label: words.phrases, body: () => <PhrasesPart /> },
          { id: 'responsible', label: words.responsible, body: () => <ResponsiblePart /> },
          { id: 'rhythms', label: words.rhythms, body: () => <RhythmsPart /> },
          { id: 'rates', label: words.rates, body: () => <Rates /> },
        ].map((tab) => ({ ...tab, body: () => <div className="setup stack">{tab.body()}</div> }))}
      />
    </Page>
  );
}

/** On which days the organiser may receive and decide, and to whom its tasks pass. */
function CompetencePart() {
  return <Competence names={useTexts(organiserTexts).services} />;
}

/** Rates change from the first day of a month that is not closed. */
function Rates() {
  return <RateList openFrom={useAsk('firstOpenDay', {}).data?.openFrom} />;
}

/** A part that needs the organiser whole. */
function Whole({ body }: { body: (setup: Setup) => ReactNode }) {
  return <Answer of={useAsk('ownSetup', {})}>{body}</Answer>;
}

/** One colleague: who it is, posts, and how one signs in. */
export function WorkerPage() {
  const words = useTexts(setupTexts);
  const workerId = useParam('workerId');
  const query = useAsk('staff', {});
  const worker = query.data?.workers.find(({ id }) => id === workerId);
  return (
    <Page
      title={worker?.name ?? (query.data ? words.notFound : words.workers)}
      windowTitle={words.workers}
      back={{ to: pageAt('/setup', { tab: 'workers' }), label: words.back }}
    >
      <Answer of={query}>
        {({ permitted }) => worker && <WorkerCards worker={worker} may={permitted.includes('addWorker')} />}
      </Answer>
    </Page>
  );
}
