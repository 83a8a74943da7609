import { useQuery } from '@tanstack/react-query';
import { useParam } from '../../platform/web/address.tsx';
import { useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page } from '../../platform/web/page.tsx';
import { Tabs } from '../../platform/web/tabs.tsx';
import { useAsk } from '../api.ts';
import { sessionQuery } from '../session.ts';
import { WorkerCards } from './panels/worker.tsx';
import { Workers } from './panels/workers.tsx';
import { setupTexts } from './texts.ts';
import './page.css';

/** Asetukset: all that an organiser is set up by, in one place. */
export function SetupPage() {
  const words = useTexts(setupTexts);
  const session = useQuery(sessionQuery);
  return (
    <Page title={words.title} line={session.data?.organiser.name ?? ''}>
      <Tabs label={words.parts} tabs={[{ id: 'workers', label: words.workers, body: () => <Workers /> }]} />
    </Page>
  );
}

/** One colleague: who it is, posts, and how one signs in. */
export function WorkerPage() {
  const words = useTexts(setupTexts);
  const workerId = useParam('workerId');
  const asked = useAsk('staff', {});
  const worker = asked.data?.workers.find(({ id }) => id === workerId);
  return (
    <Page
      title={worker?.name ?? (asked.data ? words.notFound : words.workers)}
      back={{ to: '/setup?tab=workers', label: words.back }}
    >
      <Answer of={asked}>
        {({ permitted }) => worker && <WorkerCards worker={worker} may={permitted.includes('changeStaff')} />}
      </Answer>
    </Page>
  );
}
