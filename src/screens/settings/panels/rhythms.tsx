import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { RhythmForm } from '../../../casework/rhythm/panels/rhythm-form.tsx';
import { everyWords } from '../../../casework/rhythm/rules.ts';
import { rhythmTexts } from '../../../casework/rhythm/texts.ts';
import type { RhythmSet } from '../../../casework/rhythm/words.ts';
import { contains } from '../../../kernel/range.ts';
import type { Service } from '../../../kernel/service.ts';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk } from '../../app/api.ts';

/** How often contacts are due in each service: in its starting and its steady phase, now and to come. */
export function RhythmsPart() {
  const words = useTexts(rhythmTexts);
  const { services, change: changeWord } = useTexts(organiserTexts);
  const format = useFormat();
  const today = useToday();
  const query = useAsk('rhythms', {});
  const [changing, change] = useState<Service | '' | null>(null);
  const interval = (one: RhythmSet) => {
    const every =
      one.everyDays === null ? null : everyWords(words.every, one.everyDays, one.everyDaysAtMost ?? one.everyDays);
    const renewal = one.visitAtRenewal ? (every ? words.alsoAtRenewal : words.onlyAtRenewal) : null;
    const meetings = one.groupMeetingsAYear ? words.meetingsAYear(one.groupMeetingsAYear) : null;
    const phase = one.phase === 'starting' ? words.startingPhase : words.steadyPhase;
    const length = one.phaseDays === null ? null : words.forDays(one.phaseDays);
    const texts = [[every, renewal].filter(Boolean).join(' '), length, meetings].filter(Boolean).join(', ');
    return `${phase}: ${texts}`;
  };
  return (
    <Answer of={query}>
      {({ offered, rhythms }) => {
        const withRhythm = [...new Set(rhythms.map(({ service }) => service))];
        const on = (service: Service) =>
          rhythms.filter((one) => one.service === service && contains(one.during, today));
        const coming = (service: Service) =>
          rhythms.filter((one) => one.service === service && one.during.from > today);
        return (
          <Card
            title={words.rhythms}
            actions={
              <Button size="small" icon={<PlusIcon aria-hidden="true" />} onClick={() => change('')}>
                {words.setRhythm}
              </Button>
            }
          >
            {withRhythm.length === 0 && <Empty title={words.noRhythms} />}
            <Entries>
              {withRhythm.map((service) => (
                <Entry
                  key={service}
                  title={services[service]}
                  line={
                    <>
                      {on(service).map((one) => (
                        <span key={one.phase} className="setup-line">
                          {interval(one)}
                        </span>
                      ))}
                      {coming(service).map((one) => (
                        <span key={`${one.phase} ${one.during.from}`} className="setup-line">
                          {words.sinceDay(format.day(one.during.from))}: {interval(one)}
                        </span>
                      ))}
                    </>
                  }
                  end={
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={`${words.changeRhythm}: ${services[service]}`}
                      onClick={() => change(service)}
                    >
                      {changeWord}
                    </Button>
                  }
                />
              ))}
            </Entries>
            {changing !== null && (
              <RhythmForm
                services={offered.map((service) => ({ service, name: services[service] }))}
                service={changing}
                now={changing === '' ? [] : on(changing)}
                versionOf={(of) => rhythms.find((one) => one.service === of)?.version ?? null}
                close={() => change(null)}
              />
            )}
          </Card>
        );
      }}
    </Answer>
  );
}
