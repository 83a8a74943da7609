import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Card, Facts } from '../../../web/kit/card.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer, Earlier } from '../../../web/kit/loading.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { stewardNoticeOn } from '../rules.ts';
import { participationTexts } from '../texts.ts';
import './participation-card.css';

const { useAsk } = apiOf<typeof acts>();

// A day that one may always choose is never wrong by itself.
const still = { name: 'rhythmFrom', error: undefined, complain: () => undefined };

/** How many days of rehabilitative work the law has left for the client, and until when each rhythm keeps within it. */
export function ParticipationOutlook({ clientId, placing = false }: { clientId: string; placing?: boolean }) {
  const words = useTexts(participationTexts);
  const format = useFormat();
  const today = useToday();
  const [from, setFrom] = useState<Day | null>(today);
  // Whoever places is the last to be reminded of it before the activity begins.
  const steward = placing ? stewardNoticeOn(from ?? today) : null;
  const query = useAsk('participationOutlook', { clientId, from: from ?? today }, { keep: true });
  return (
    <Answer of={query}>
      {({ taken, rhythms }) => (
        <Card title={words.outlook}>
          <div className="participation-outlook">
            <p className="muted">{words.outlookHelp(taken.most)}</p>
            <Facts
              facts={[
                [words.takenLabel, words.taken(taken.days, format.day(taken.from))],
                [words.leftLabel, words.left(taken.left)],
              ]}
            />
            <DayField {...still} label={words.rhythmFrom} value={from} change={setFrom} today={today} min={today} />
            <p className="muted">{words.rhythms}</p>
            <Earlier>
              <Facts
                facts={rhythms.map(({ daysAWeek, brokenOn }) => [
                  words.aWeek(daysAWeek),
                  brokenOn === null ? words.notBroken : format.day(brokenOn),
                ])}
              />
            </Earlier>
            {steward && <p>{words.steward(steward.items, steward.provision)}</p>}
          </div>
        </Card>
      )}
    </Answer>
  );
}
