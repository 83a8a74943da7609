import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { EndPhrase, PhraseForm } from '../../../casework/phrase/panels/phrase-form.tsx';
import { phraseTexts } from '../../../casework/phrase/texts.ts';
import type { PhraseOfOrganiser } from '../../../casework/phrase/words.ts';
import { lastDay } from '../../../kernel/range.ts';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk } from '../../app/api.ts';

type Doing = { readonly kind: 'add' } | { readonly kind: 'change' | 'end'; readonly phrase: PhraseOfOrganiser };

/** Ready reasons of the organiser's own: written, changed and ended. */
export function PhrasesPart() {
  const words = useTexts(phraseTexts);
  const { services: names } = useTexts(organiserTexts);
  const query = useAsk('phrases', {});
  const [doing, start] = useState<Doing | null>(null);
  const close = () => start(null);
  return (
    <Answer of={query}>
      {({ phrases, services }) => {
        const offered = services.map((one) => ({ ...one, name: names[one.service] }));
        return (
          <Card
            title={words.title}
            actions={
              <Button size="small" icon={<PlusIcon aria-hidden="true" />} onClick={() => start({ kind: 'add' })}>
                {words.add}
              </Button>
            }
          >
            <p className="muted">{words.help}</p>
            {phrases.length === 0 && <Empty title={words.none}>{words.noneHelp}</Empty>}
            <Entries>
              {phrases.map((phrase) => (
                <OnePhrase key={phrase.id} phrase={phrase} service={names[phrase.service]} start={start} />
              ))}
            </Entries>
            {doing?.kind === 'add' && <PhraseForm services={offered} phrase={null} close={close} />}
            {doing?.kind === 'change' && <PhraseForm services={offered} phrase={doing.phrase} close={close} />}
            {doing?.kind === 'end' && <EndPhrase phrase={doing.phrase} close={close} />}
          </Card>
        );
      }}
    </Answer>
  );
}

interface OneProps {
  readonly phrase: PhraseOfOrganiser;
  readonly service: string;
  readonly start: (doing: Doing) => void;
}

function OnePhrase({ phrase, service, start }: OneProps) {
  const words = useTexts(phraseTexts);
  const format = useFormat();
  const today = useToday();
  const last = lastDay(phrase.during);
  const { from } = phrase.during;
  const outcome = phrase.against ? words.forDenying : words.forGranting;
  return (
    <Entry
      title={phrase.name}
      line={`${service} · ${outcome}`}
      end={
        <Row>
          {last !== null && <Tag tone={last < today ? 'neutral' : 'warning'}>{words.ended(format.day(last))}</Tag>}
          {from > today && <Tag tone="neutral">{words.since(format.day(from))}</Tag>}
          <Button
            size="small"
            variant="tertiary"
            aria-label={words.changeOf(phrase.name)}
            onClick={() => start({ kind: 'change', phrase })}
          >
            {words.change}
          </Button>
          {last === null && (
            <Button
              size="small"
              variant="tertiary"
              aria-label={words.endOf(phrase.name)}
              onClick={() => start({ kind: 'end', phrase })}
            >
              {words.end}
            </Button>
          )}
        </Row>
      }
      more={<p>{phrase.textFi}</p>}
    />
  );
}
