import { apiOf } from '../../../web/api.ts';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import type * as acts from '../acts.ts';
import { clientTexts } from '../texts.ts';

const { useAsk } = apiOf<typeof acts>();

/** Who opened ended clients lately and why, for the supervisor; nothing where nobody did. */
export function Openings() {
  const words = useTexts(clientTexts);
  const format = useFormat();
  const openings = useAsk('endedOpenings', {}).data?.openings ?? [];
  if (openings.length === 0) return null;
  return (
    <Card title={words.openings}>
      <Entries>
        {openings.map(({ id, worker, reason, words: closer, openedAt }) => (
          <Entry
            key={id}
            title={worker}
            line={`${format.instant(openedAt)} · ${words.openingReasons[reason]}`}
            more={closer}
          />
        ))}
      </Entries>
    </Card>
  );
}
