import { ArrowsSquarepathIcon, DownloadIcon, FilesIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { descriptionHtml } from '../../description/print/html.ts';
import { descriptionMarkdown } from '../../description/print/markdown.ts';
import { printedDescription } from '../../description/print/model.ts';
import { descriptionTexts } from '../../description/texts.ts';
import { addDays, addYears, type Day, startInstantOf } from '../../kernel/day.ts';
import type { OutputOf } from '../../server/act.ts';
import { useAddress } from '../../web/address.tsx';
import { DayField } from '../../web/kit/date.tsx';
import { dayIn, useDayInAddress, WrongDay } from '../../web/kit/day-in-address.tsx';
import { Empty } from '../../web/kit/empty.tsx';
import { SelectField } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../web/kit/language.tsx';
import { Answer, Earlier } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { ProblemMessage } from '../../web/kit/problem.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { addressOf, useAsk } from '../app/api.ts';
import type { Acts } from '../app/registry.ts';
import { sessionQuery } from '../app/session.ts';
import { SituationField, useOutside } from '../app/situation-field.tsx';
import { Comparison } from './panels/comparison.tsx';
import { Questions } from './panels/questions.tsx';
import './page.css';

// These choices are never wrong by themselves: the server answers for what it does not have.
const noop = () => undefined;

type Described = OutputOf<Acts['describe']>;
type Group = Described['group'];

/** Which description one looks at, and with what it is compared; all of it in the address. */
function useChosen() {
  const today = useToday();
  const { data: session } = useQuery(sessionQuery);
  const listed = useAsk('descriptions', {});
  const [of, setOf] = useAddress('of');
  const { day: asOf, wrong, set: setAsOf } = useDayInAddress('asOf');
  const { day: known, wrong: wrongKnown, set: setKnown } = useDayInAddress('knownOn');
  const own =
    listed.data?.descriptions.find((one) => one.organiser === session?.organiser.code) ?? listed.data?.descriptions[0];
  const [code, group] = (of ?? (own ? `${own.organiser}:${own.group}` : '')).split(':');
  const { isOutside, dayFor, problem } = useOutside();
  const outside = isOutside(code);
  const knownOn = outside ? null : known;
  return {
    listed,
    problem,
    outside,
    organiser: code ?? '',
    service: group as Group | undefined,
    asOf: dayFor(code, asOf ?? today),
    knownOn,
    // What was known on a day is what was known when it ended.
    knownAt: knownOn ? { knownAt: startInstantOf(addDays(knownOn, 1)) } : {},
    choose: setOf,
    chooseDay: (day: Day | null) => setAsOf(day === today ? null : day),
    chooseKnown: setKnown,
    wrong: wrong ?? wrongKnown,
  };
}

export function DescriptionPage() {
  const words = useTexts(descriptionTexts);
  const groups = useTexts(organiserTexts).groups;
  const chosen = useChosen();
  const [comparing, setComparing] = useAddress('with');
  const today = useToday();
  const { organiser, service, asOf, knownOn, knownAt } = chosen;
  const described = useAsk(
    'describe',
    { organiser, service: service as Group, asOf, ...knownAt },
    { when: chosen.outside !== undefined && service !== undefined, keep: true },
  );
  const format = useFormat();
  const options = (chosen.listed.data?.descriptions ?? []).map((one) => ({
    value: `${one.organiser}:${one.group}`,
    label: `${one.name}: ${groups[one.group]}`,
  }));
  const line = described.data && [
    described.data.organiser.name,
    words.situation(format.day(described.data.asOf)),
    ...(knownOn ? [words.asKnownOn(format.day(knownOn))] : []),
  ];
  return (
    <Page
      title={words.description}
      lineEarlier={described.isEarlier}
      line={line ? line.join(' · ') : words.choose}
      actions={
        service && (
          <>
            <Button
              size="small"
              variant="secondary"
              icon={<ArrowsSquarepathIcon aria-hidden="true" />}
              onClick={() => setComparing(comparing ? undefined : otherThan(organiser, service, asOf, options))}
            >
              {comparing ? words.stopComparing : words.compare}
            </Button>
            {described.data && !described.isEarlier && !comparing && <Copy described={described.data} />}
            <Button
              size="small"
              variant="secondary"
              icon={<PrinterSmallIcon aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {words.print}
            </Button>
            <Button
              size="small"
              variant="secondary"
              icon={<DownloadIcon aria-hidden="true" />}
              as="a"
              href={addressOf('descriptionPdf', { organiser, service, asOf, ...knownAt })}
              target="_blank"
              rel="noreferrer"
            >
              {words.pdf}
            </Button>
          </>
        )
      }
    >
      <WrongDay text={chosen.wrong} />
      <div className="description-choice unprinted">
        <SelectField
          name="of"
          label={words.choose}
          value={service ? `${organiser}:${service}` : ''}
          change={(value) => chosen.choose(value || undefined)}
          options={options}
          error={undefined}
          complain={noop}
        />
        <SituationField
          name="asOf"
          label={words.asOf}
          value={asOf}
          change={chosen.chooseDay}
          outside={chosen.outside}
        />
        {!comparing && chosen.outside === false && (
          <DayField
            name="knownOn"
            label={words.knownOn}
            optional
            value={knownOn}
            change={chosen.chooseKnown}
            today={today}
            max={today}
            error={undefined}
            complain={noop}
          />
        )}
      </div>
      {comparing && (
        <div className="description-choice unprinted">
          <Other options={options} />
        </div>
      )}
      {chosen.problem ? (
        <ProblemMessage problem={chosen.problem} />
      ) : service ? (
        <Answer of={described}>
          {(one) => <Earlier>{comparing ? <Beside one={one} /> : <Questions described={one} />}</Earlier>}
        </Answer>
      ) : (
        <Answer of={chosen.listed}>{() => <Empty title={words.none} />}</Answer>
      )}
    </Page>
  );
}

/** With whom to compare first: another organiser of the same services, else the same one a year before. */
function otherThan(organiser: string, service: Group, asOf: Day, options: readonly { value: string }[]): string {
  const other = options.find(({ value }) => value.endsWith(`:${service}`) && value !== `${organiser}:${service}`);
  return other ? `${other.value}:${asOf}` : `${organiser}:${service}:${addYears(asOf, -1)}`;
}

/** Puts the description on the clipboard, with its headings and tables for a document, and as plain text. */
function Copy({ described }: { described: Described }) {
  const words = useTexts(descriptionTexts);
  const { language } = useLanguage();
  const toast = useToast();
  const today = useToday();
  const copy = async () => {
    try {
      const printed = printedDescription(described, language, today);
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([descriptionHtml(printed)], { type: 'text/html' }),
          'text/plain': new Blob([descriptionMarkdown(printed)], { type: 'text/plain' }),
        }),
      ]);
      toast({ done: words.copied, next: words.copiedNext });
    } catch (failure) {
      toast.failed(failure);
    }
  };
  return (
    <Button size="small" variant="secondary" icon={<FilesIcon aria-hidden="true" />} onClick={() => void copy()}>
      {words.copy}
    </Button>
  );
}

/** The other side of a comparison: another organiser, or the same on another day. */
function useOther() {
  const [other, setOther] = useAddress('with');
  const { isOutside, dayFor } = useOutside();
  const today = useToday();
  const [organiser = '', service = '', day = ''] = (other ?? '').split(':');
  const { day: chosen, wrong } = dayIn(day, today);
  const asOf = dayFor(organiser, chosen ?? today);
  return { organiser, service: service as Group, asOf, wrong, outside: isOutside(organiser), set: setOther };
}

function Other({ options }: { options: readonly { value: string; label: string }[] }) {
  const words = useTexts(descriptionTexts);
  const { organiser, service, asOf, outside, wrong, set } = useOther();
  return (
    <>
      <WrongDay text={wrong} />
      <SelectField
        name="with"
        label={words.compareWith}
        value={`${organiser}:${service}`}
        change={(value) => set(value ? `${value}:${asOf}` : undefined)}
        options={options}
        error={undefined}
        complain={noop}
      />
      <SituationField
        name="withAsOf"
        label={words.otherDay}
        value={asOf}
        change={(day) => day && set(`${organiser}:${service}:${day}`)}
        outside={outside}
      />
    </>
  );
}

function Beside({ one }: { one: Described }) {
  const { organiser, service, asOf, outside } = useOther();
  const other = useAsk('describe', { organiser, service, asOf }, { when: outside !== undefined, keep: true });
  return (
    <Answer of={other}>
      {(two) => (
        <Earlier>
          <Comparison one={one} two={two} />
        </Earlier>
      )}
    </Answer>
  );
}
