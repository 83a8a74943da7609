import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { clientTexts } from '../../casework/client/texts.ts';
import { listName } from '../../casework/client/words.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import type { Day } from '../../kernel/day.ts';
import { squeeze } from '../../kernel/fold.ts';
import { overlaps } from '../../kernel/range.ts';
import type { OutputOf } from '../../server/act.ts';
import { PageLink, useAddress, useParam } from '../../web/address.tsx';
import { Card, Entries, Entry } from '../../web/kit/card.tsx';
import { useDebounced } from '../../web/kit/debounced.ts';
import { Empty } from '../../web/kit/empty.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer, earlier } from '../../web/kit/loading.tsx';
import { Page, Stack } from '../../web/kit/page.tsx';
import { SearchField } from '../../web/kit/search-field.tsx';
import { DataTable } from '../../web/kit/table.tsx';
import { Tag } from '../../web/kit/tag.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { useAsk, useDo } from '../app/api.ts';
import { clientAt, pageAt } from '../app/pages.ts';
import type { personRecords } from './board.ts';
import { recordsDesk } from './texts.ts';

type Told = OutputOf<typeof personRecords>;
type Record = Told['record'];

/** Two records of one person: found, compared side by side, joined, and separated again. */
export function RecordsPage() {
  const words = useTexts(recordsDesk);
  const clientId = useParam('clientId');
  const [withId, compare] = useAddress('with');
  const query = useAsk('personRecords', withId ? { clientId, withId } : { clientId }, { keep: ['withId'] });
  return (
    <Page
      title={words.title}
      {...(query.data ? { line: listName(query.data.record) } : {})}
      back={{ to: clientAt(clientId), label: useTexts(clientTexts).client }}
    >
      <Answer of={query}>
        {(answer) => (
          <>
            {answer.other && (
              <Comparison
                record={answer.record}
                other={answer.other}
                joined={answer.joined.some(({ id }) => id === answer.other?.id)}
              />
            )}
            {answer.joined.length > 0 && <Joined told={answer} compare={compare} />}
            <Alike told={answer} compare={compare} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Records of the organiser that may be one person: a list that stands until each pair is joined or found to be two. */
export function DuplicatesPage() {
  const words = useTexts(recordsDesk);
  const clients = useTexts(clientTexts);
  const format = useFormat();
  const query = useAsk('likelyDuplicates', {});
  const born = (birthOn: Day | null) => (birthOn ? format.day(birthOn) : words.birthdayUnknown);
  return (
    <Page
      title={words.duplicates}
      line={query.data ? words.pairs(query.data.total) : ''}
      back={{ to: pageAt('/clients'), label: words.clients }}
    >
      <Answer of={query}>
        {({ pairs }) => (
          <Card>
            {pairs.length === 0 && <Empty title={words.noPairs} />}
            <Entries>
              {pairs.map(({ one, other, likeness }) => (
                <Entry
                  key={`${one.id} ${other.id}`}
                  title={
                    <PageLink to={pageAt('/clients/$clientId/records', { clientId: one.id, with: other.id })}>
                      {words.pair(one.name, other.name)}
                    </PageLink>
                  }
                  line={`${born(one.birthOn)} · ${born(other.birthOn)}`}
                  end={<Tag tone={likeness === 'possible' ? 'neutral' : 'warning'}>{clients.likeness[likeness]}</Tag>}
                />
              ))}
            </Entries>
          </Card>
        )}
      </Answer>
    </Page>
  );
}

interface ListProps {
  readonly told: Told;
  readonly compare: (id: string) => void;
}

function Joined({ told: { joined, record }, compare }: ListProps) {
  const words = useTexts(recordsDesk);
  const about = useAbout();
  const { services } = useTexts(organiserTexts);
  const format = useFormat();
  const { separate, isPending } = useJoining(record.id);
  const all = [record, ...joined];
  // A day of a service on each of two records is marked, and paid, twice.
  const twice = all.flatMap((one, at) =>
    one.services.filter(({ during }) =>
      all.slice(0, at).some((other) => other.services.some((served) => overlaps(served.during, during))),
    ),
  );
  return (
    <Card title={words.joined}>
      <Stack>
        <p className="muted">{words.joinedHelp}</p>
        {[...new Map(twice.map((one) => [`${one.service} ${one.during.from}`, one])).values()].map(
          ({ service, during }) => (
            <p key={`${service} ${during.from}`} role="status">
              <Tag tone="warning">{words.servedTwice(services[service], format.range(during))}</Tag>
            </p>
          ),
        )}
        <Entries>
          {joined.map((one) => (
            <Entry
              key={one.id}
              title={<PageLink to={clientAt(one.id)}>{listName(one)}</PageLink>}
              line={about(one)}
              end={
                <>
                  <Compare name={listName(one)} act={() => compare(one.id)} />
                  <Button
                    size="small"
                    variant="secondary"
                    aria-label={words.separateOf(listName(one))}
                    loading={isPending}
                    onClick={() => void separate(one)}
                  >
                    {words.separate}
                  </Button>
                </>
              }
            />
          ))}
        </Entries>
      </Stack>
    </Card>
  );
}

/** Those who might be the same, and a search, since a name may have changed. */
function Alike({ told: { alike, record, joined }, compare }: ListProps) {
  const words = useTexts(recordsDesk);
  const client = useTexts(clientTexts);
  const format = useFormat();
  const about = useAbout();
  const [text, search] = useState('');
  const sought = useDebounced(text.trim());
  const match = useAsk('searchClients', { text: sought, limit: 20 }, { when: sought.length >= 2, keep: true });
  const own = new Set([record.id, ...joined.map(({ id }) => id)]);
  const hits = sought.length >= 2 ? (match.data?.clients ?? []).filter(({ id }) => !own.has(id)) : [];
  return (
    <Card title={words.alike}>
      <Stack>
        {alike.length === 0 && <p className="muted">{words.noneAlike}</p>}
        <Entries>
          {alike.map((one) => (
            <Entry
              key={one.id}
              title={listName(one)}
              line={
                <>
                  {about(one)}{' '}
                  {one.likeness && (
                    <Tag tone={one.likeness === 'possible' ? 'neutral' : 'warning'}>
                      {client.likeness[one.likeness]}
                    </Tag>
                  )}
                </>
              }
              end={<Compare name={listName(one)} act={() => compare(one.id)} />}
            />
          ))}
        </Entries>
        <SearchField name="sought" label={client.search} description={words.searchHelp} value={text} change={search} />
        {sought.length >= 2 && match.data && !match.isEarlier && hits.length === 0 && (
          <p className="muted">{client.nothingFound}</p>
        )}
        <div {...earlier(match.isEarlier)}>
          <Entries>
            {hits.map((one) => (
              <Entry
                key={one.id}
                title={listName(one)}
                line={[one.birthOn && format.day(one.birthOn), one.municipality].filter(Boolean).join(' · ')}
                end={<Compare name={listName(one)} act={() => compare(one.id)} />}
              />
            ))}
          </Entries>
        </div>
      </Stack>
    </Card>
  );
}

function Compare({ name, act }: { name: string; act: () => void }) {
  const words = useTexts(recordsDesk);
  return (
    <Button size="small" variant="tertiary" aria-label={words.compareWith(name)} onClick={act}>
      {words.compare}
    </Button>
  );
}

/** What tells one record from another in one line. */
function useAbout(): (record: Record) => string {
  const { services } = useTexts(organiserTexts);
  const format = useFormat();
  return ({ birthOn, identityMasked, services: had, referrals }) =>
    [
      birthOn && format.day(birthOn),
      identityMasked,
      had.length > 0
        ? had.map(({ service, during }) => `${services[service]} ${format.range(during)}`).join(', ')
        : referrals.map(({ service, receivedOn }) => `${services[service]} ${format.day(receivedOn)}`).join(', '),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** Joins and separates, each with the other as its undoing. */
function useJoining(clientId: string) {
  const words = useTexts(recordsDesk);
  const toast = useToast();
  const join = useDo('joinRecords');
  const apart = useDo('separateRecords');
  const joinWith = async (other: Record) => {
    try {
      const { moved } = await join.mutateAsync({ clientId, otherId: other.id });
      toast({
        done: words.joinedNow(listName(other)),
        next: words.joinedNext,
        undo: () => apart.mutateAsync({ clientId, recordIds: moved }),
      });
    } catch (failure) {
      toast.failed(failure);
    }
  };
  const separate = async (other: Record) => {
    try {
      await apart.mutateAsync({ clientId, recordIds: [other.id] });
      toast({
        done: words.separatedNow(listName(other)),
        undo: () => join.mutateAsync({ clientId, otherId: other.id }),
      });
    } catch (failure) {
      toast.failed(failure);
    }
  };
  return { joinWith, separate, isPending: join.isPending || apart.isPending };
}

interface ComparisonProps {
  readonly record: Record;
  readonly other: Record;
  readonly joined: boolean;
}

/** What one record lacks contradicts nothing. */
const contradicts = (first: string | null, second: string | null) =>
  first !== null && second !== null && squeeze(first) !== squeeze(second);

/** Both records side by side, with what differs said in words. */
function Comparison({ record, other, joined }: ComparisonProps) {
  const words = useTexts(recordsDesk);
  const rows = useCompared(record, other);
  const { joinWith, separate, isPending } = useJoining(record.id);
  return (
    <Card
      title={words.comparison}
      actions={
        <Button
          size="small"
          variant={joined ? 'secondary' : 'primary'}
          loading={isPending}
          onClick={() => void (joined ? separate(other) : joinWith(other))}
        >
          {joined ? words.separate : words.same}
        </Button>
      }
    >
      <DataTable
        caption={`${listName(record)} · ${listName(other)}`}
        captionHidden
        rows={rows}
        rowKey={({ label }) => label}
        empty={words.none}
        columns={[
          {
            id: 'fact',
            header: words.fact,
            cell: ({ label, differs }) => (
              <>
                {label} {differs && <Tag tone="warning">{words.differs}</Tag>}
              </>
            ),
          },
          { id: 'this', header: words.thisRecord, cell: ({ first }) => first },
          { id: 'other', header: words.otherRecord, cell: ({ second }) => second },
        ]}
      />
    </Card>
  );
}

function useCompared(record: Record, other: Record) {
  const words = useTexts(recordsDesk);
  const client = useTexts(clientTexts);
  const { services } = useTexts(organiserTexts);
  const format = useFormat();
  const { notKnown } = client;
  const closed = ({ open }: Record) => (open ? notKnown : words.notOpen);
  const facts = (one: Record): readonly (readonly [label: string, value: string | null, missing?: string])[] => [
    [client.familyName, one.familyName],
    [client.givenNames, one.givenNames || null],
    [client.birthOn, one.birthOn && format.day(one.birthOn)],
    [
      client.identityCode,
      one.identityMasked &&
        [one.identityMasked, one.identityTemporary && client.identityTemporary].filter(Boolean).join(' '),
      closed(one),
    ],
    [client.gender, one.gender && client.genders[one.gender], closed(one)],
    [client.serviceLanguage, one.serviceLanguage && client.serviceLanguages[one.serviceLanguage], closed(one)],
    [client.municipality, one.municipality, one.protected ? words.notTold : notKnown],
  ];
  const way = (one: Record): readonly (readonly [label: string, value: string])[] => [
    [words.protected, one.protected ? words.yes : words.no],
    [
      words.referrals,
      one.referrals.map(({ service, receivedOn }) => `${services[service]} ${format.day(receivedOn)}`).join(', ') ||
        (one.open ? words.none : words.notOpen),
    ],
    [
      words.services,
      one.services.map(({ service, during }) => `${services[service]} ${format.range(during)}`).join(', ') ||
        (one.open ? words.none : words.notOpen),
    ],
  ];
  const [factsOfOther, wayOfOther] = [facts(other), way(other)];
  return [
    ...facts(record).map(([label, value, missing], n) => {
      const [, otherValue = null, otherMissing = notKnown] = factsOfOther[n] ?? [];
      return {
        label,
        differs: contradicts(value, otherValue),
        first: value ?? missing ?? notKnown,
        second: otherValue ?? otherMissing,
      };
    }),
    ...way(record).map(([label, first], n) => ({ label, differs: false, first, second: wayOfOther[n]?.[1] ?? '' })),
  ];
}
