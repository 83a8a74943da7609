import { useQuery } from '@tanstack/react-query';
import { GroupLeads } from '../../casework/worker/panels/group-leads.tsx';
import { workerTexts } from '../../casework/worker/texts.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Page } from '../../web/kit/page.tsx';
import { sessionQuery } from '../app/session.ts';

/** Ryhmien vetäjät: agreed on by those who lead. */
export function LeadsPage() {
  const words = useTexts(workerTexts);
  const session = useQuery(sessionQuery);
  return (
    <Page title={words.leads} line={session.data?.organiser.name ?? ''}>
      <GroupLeads />
    </Page>
  );
}
