import { listName } from '../../casework/client/words.ts';
import { ExitForm, MoveForm } from '../../casework/exit/panel.tsx';
import { exitTexts } from '../../casework/exit/texts.ts';
import { contains } from '../../kernel/range.ts';
import { useAddress, useGo, useParam } from '../../web/address.tsx';
import { Empty } from '../../web/kit/empty.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk } from '../app/api.ts';
import { clientAt } from '../app/pages.ts';

/** How a client's service ends, or goes on as another. */
export function ExitPage() {
  const words = useTexts(exitTexts);
  const clientId = useParam('clientId');
  const [chosen] = useAddress('relationship');
  const go = useGo();
  const today = useToday();
  const client = useAsk('client', { clientId });
  const held = useAsk('relationshipsOf', { clientId });
  const back = clientAt(clientId);
  const name = client.data ? listName(client.data.client) : '';
  return (
    <Page title={words.exit} line={name} back={{ to: back, label: name }}>
      <Answer of={held}>
        {({ relationships }) => {
          const inForce = relationships.filter(({ during }) => contains(during, today));
          const first = inForce.find(({ id }) => id === chosen) ?? inForce[0];
          if (!first) return <Empty title={words.nothing} />;
          const input = { clientId, held: inForce, chosen: first.id, done: () => go(back), cancel: () => go(back) };
          return (
            <>
              <ExitForm {...input} />
              <MoveForm {...input} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
