import { useQuery } from '@tanstack/react-query';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { groupCodes, type ServiceGroup, serviceGroups } from '../../casework/organiser/words.ts';
import { FigureDialog, onlyClasses, Parts, useStated, useWhen } from '../../description/panel.tsx';
import { descriptionTexts } from '../../description/texts.ts';
import type { FigureResult } from '../../figures/frame/result.ts';
import type { Service } from '../../kernel/service.ts';
import { PageLink, useAddress, useChoiceInAddress } from '../../web/address.tsx';
import { Card } from '../../web/kit/card.tsx';
import { Counts } from '../../web/kit/counts.tsx';
import { useDayInAddress, WrongDay } from '../../web/kit/day-in-address.tsx';
import { Empty } from '../../web/kit/empty.tsx';
import { SelectField } from '../../web/kit/fields.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { ProblemMessage } from '../../web/kit/problem.tsx';
import { DataTable } from '../../web/kit/table.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk } from '../app/api.ts';
import { sessionQuery } from '../app/session.ts';
import { SituationField, useOutside } from '../app/situation-field.tsx';
import './page.css';
import { clientAt, pageAt } from '../app/pages.ts';

const noop = () => undefined;

/** Of which organiser and service, and on which day, the figures are; all of it in the address. */
function useChosen() {
  const today = useToday();
  const session = useQuery(sessionQuery);
  const [of, setOf] = useAddress('organiser');
  const [chosen, setService] = useAddress('service');
  const { day, wrong, set: setDay } = useDayInAddress('asOf');
  const organiser = of ?? session.data?.organiser.code ?? '';
  const { isOutside, dayFor, problem } = useOutside();
  const outside = isOutside(organiser);
  const asOf = dayFor(organiser, day ?? today);
  const organisers = useAsk('organisers', {});
  const setup = useAsk('organiserSetup', { code: organiser }, { when: organiser !== '' });
  const listed = useAsk('descriptions', {});
  const groups = listed.data?.descriptions.filter((one) => one.organiser === organiser).map(({ group }) => group) ?? [];
  const offered = [...new Set(setup.data?.offerings.map(({ service }) => service))];
  // Outside one's own organiser a whole group is asked for, no service of it.
  const whole = outside
    ? groupCodes.filter(
        (group) =>
          groups.includes(group) || (serviceGroups[group] as readonly Service[]).some((one) => offered.includes(one)),
      )
    : groups;
  const first = whole[0] ?? (outside ? undefined : offered[0]);
  const service = (
    outside
      ? (whole.find((group) => group === chosen) ?? first)
      : ([...groups, ...offered].find((one) => one === chosen) ?? first)
  ) as Service | ServiceGroup | undefined;
  return {
    organiser,
    asOf,
    wrong,
    today,
    outside,
    service,
    group: groups.find((group) => group === service),
    groups: whole,
    offered: outside ? [] : offered,
    /** Nothing is offered, so that there is nothing to count: known only when both have answered. */
    nothing: service === undefined && listed.isSuccess && (organiser === '' || setup.isSuccess),
    problem: problem ?? listed.error ?? setup.error,
    organisers: organisers.data?.organisers ?? [],
    setService,
    setDay,
    setOrganiser: (code: string) => {
      setService(undefined);
      setOf(code || undefined);
    },
  };
}

type Chosen = ReturnType<typeof useChosen>;

/** Every figure of one organiser and one service or group, on a day, each with its definition and cases. */
export function FiguresPage() {
  const words = useTexts(descriptionTexts);
  const chosen = useChosen();
  const { organiser, service, asOf, group } = chosen;
  const described = useAsk(
    'describe',
    { organiser, service: service as ServiceGroup, asOf },
    { when: chosen.outside !== undefined && service !== undefined },
  );
  const place = described.data?.organiser.name;
  return (
    <Page
      title={words.figures}
      line={place ? `${place} · ${words.figuresLine}` : words.figuresLine}
      actions={
        group && (
          <PageLink className="unprinted" to={pageAt('/descriptions', { of: `${organiser}:${group}`, asOf })}>
            {words.description}
          </PageLink>
        )
      }
    >
      <Choice chosen={chosen} />
      <WrongDay text={chosen.wrong} />
      {chosen.nothing ? (
        <Card>
          <Empty title={words.noServices}>
            <p>{words.noServicesHelp}</p>
          </Empty>
        </Card>
      ) : chosen.problem ? (
        <ProblemMessage problem={chosen.problem} />
      ) : (
        <Answer of={described}>
          {({ questions, inside }) => (
            <Listed figures={questions.flatMap(({ figures }) => figures)} inside={inside} chosen={chosen} />
          )}
        </Answer>
      )}
    </Page>
  );
}

function Choice({ chosen }: { chosen: Chosen }) {
  const words = useTexts(descriptionTexts);
  const places = useTexts(organiserTexts);
  const { groups, offered, organisers, today } = chosen;
  return (
    <div className="figures-choice unprinted">
      <SelectField
        name="organiser"
        label={places.organiser}
        value={chosen.organiser}
        change={chosen.setOrganiser}
        options={organisers.map(({ code, name }) => ({ value: code, label: name }))}
        error={undefined}
        complain={noop}
      />
      <SelectField
        name="service"
        label={places.service}
        value={chosen.service ?? ''}
        change={(value) => chosen.setService(value || undefined)}
        options={[
          ...groups.map((group) => ({ value: group as string, label: `${words.whole}: ${places.groups[group]}` })),
          ...offered.map((one) => ({ value: one as string, label: places.services[one] })),
        ]}
        error={undefined}
        complain={noop}
      />
      <SituationField
        name="asOf"
        label={words.asOf}
        value={chosen.asOf}
        change={(next) => chosen.setDay(next === today ? null : next)}
        outside={chosen.outside}
      />
    </div>
  );
}

interface ListedProps {
  readonly figures: readonly FigureResult[];
  readonly inside: boolean;
  readonly chosen: Chosen;
}

const shows: Readonly<Record<string, FigureResult['status']>> = {
  known: 'known',
  'not-recorded': 'not-recorded',
  suppressed: 'suppressed',
};

function Listed({ figures, inside, chosen: { organiser, service, asOf } }: ListedProps) {
  const words = useTexts(descriptionTexts);
  const stated = useStated();
  const when = useWhen();
  const [show] = useChoiceInAddress('show', Object.keys(shows));
  const [opened, open] = useAddress('figure');
  const status = show === undefined ? undefined : shows[show];
  const count = (one: FigureResult['status']) => figures.filter((figure) => figure.status === one).length;
  const figure = figures.find(({ id }) => id === opened);
  return (
    <>
      <Counts
        label={words.figures}
        counts={[
          { id: 'known', count: count('known'), label: words.knownCount },
          { id: 'not-recorded', count: count('not-recorded'), label: words.notRecordedCount, tone: 'warning' },
          ...(inside ? [] : [{ id: 'suppressed', count: count('suppressed'), label: words.suppressedCount }]),
        ]}
      />
      {!inside && <p className="muted">{words.outside}</p>}
      <Card flush>
        <DataTable
          caption={words.figures}
          captionHidden
          rows={status ? figures.filter((one) => one.status === status) : figures}
          rowKey={({ id }) => id}
          empty={words.noneOfThese}
          columns={[
            {
              id: 'label',
              header: words.figure,
              cell: (one) => (
                <span className="figures-name">
                  <button type="button" className="button-in-text figures-label" onClick={() => open(one.id)}>
                    {one.label}
                  </button>
                  <span className="muted">{one.definition}</span>
                </span>
              ),
              sort: ({ label }) => label,
            },
            {
              id: 'value',
              header: words.count,
              cell: (one) => (
                <span className="figures-value">
                  {!onlyClasses(one) && (
                    <strong className={one.status === 'known' ? undefined : 'figures-unknown'}>{stated(one)}</strong>
                  )}
                  <span className="muted">{when(one)}</span>
                  {one.reason && <span className="muted">{one.reason}</span>}
                  <span className="muted">
                    <Parts figure={one} />
                  </span>
                </span>
              ),
            },
            {
              id: 'question',
              header: words.questionNo,
              cell: ({ question }) => question,
              sort: ({ question }) => Number(question.slice(1)),
            },
          ]}
        />
      </Card>
      {figure && service && (
        <FigureDialog
          figure={figure}
          asked={{ organiser, service, asOf }}
          clientAt={clientAt}
          close={() => open(undefined)}
        />
      )}
    </>
  );
}
