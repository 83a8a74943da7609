import { descriptionTexts } from '../../../description/texts.ts';
import type { Description } from '../../../description/words.ts';
import type { FigureResult } from '../../../figures/frame/result.ts';
import { useAddress } from '../../../web/address.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { CheckField } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { answeredBy, type DescribedAnswer, WrittenAnswer } from './answers.tsx';
import { type Compared, useDifference, useValue } from './difference.tsx';

const classesShown = 8;

interface Line {
  readonly key: string;
  readonly label: string;
  readonly one: Compared | undefined;
  readonly two: Compared | undefined;
  /** A class of the figure above it. */
  readonly inside: boolean;
}

interface Pair {
  readonly one: DescribedAnswer;
  readonly two: DescribedAnswer;
  /** A figure with its classes below it is one group. */
  readonly groups: readonly (readonly Line[])[];
  readonly differs: boolean;
}

const byKey = <T extends { readonly key: string }>(all: readonly T[]) => new Map(all.map((one) => [one.key, one]));

/** The classes of both sides in one order: those of the first, then what only the second has. */
function classesOf(one: FigureResult | undefined, two: FigureResult | undefined): Line[] {
  // Classes of one side alone compare with nothing, and years and months are what they were.
  if (!one?.breakdown || !two?.breakdown || one.breakdown.every(({ key }) => /^\d{4}(-\d{2})?$/.test(key))) return [];
  const [first, second] = [byKey(one.breakdown), byKey(two.breakdown)];
  const keys = [...new Set([...first.keys(), ...second.keys()])].filter((key) => {
    const [from, to] = key.split('>');
    const matches = [first.get(key), second.get(key)];
    return from !== to && matches.some((part) => part !== undefined && part.value !== 0);
  });
  return keys.slice(0, classesShown).map((key) => ({
    key,
    label: first.get(key)?.label ?? second.get(key)?.label ?? key,
    one: first.get(key),
    two: second.get(key),
    inside: true,
  }));
}

/** The figures of a question on both sides, each with its classes below it. */
function groupsOf(one: DescribedAnswer, two: DescribedAnswer): Line[][] {
  const second = new Map(two.figures.map((figure) => [figure.id, figure]));
  const first = new Map(one.figures.map((figure) => [figure.id, figure]));
  const ids = [...new Set([...first.keys(), ...second.keys()])];
  return ids.map((id) => {
    const [a, b] = [first.get(id), second.get(id)];
    const label = a?.label ?? b?.label ?? id;
    return [
      { key: id, label, one: a, two: b, inside: false },
      ...classesOf(a, b).map((line) => ({ ...line, key: `${id} ${line.key}` })),
    ];
  });
}

const alike = ({ one, two }: Line) =>
  one?.value === two?.value && one?.status === two?.status && one?.longerThan === two?.longerThan;

/** Two descriptions question by question: texts beside each other, figures on one line with their difference. */
export function Comparison({ one, two }: { one: Description; two: Description }) {
  const words = useTexts(descriptionTexts);
  const [only, setOnly] = useAddress('only');
  const pairs = one.questions.map((question, n): Pair => {
    const other = two.questions[n] as DescribedAnswer;
    const groups = groupsOf(question, other);
    return {
      one: question,
      two: other,
      groups,
      differs: question.text !== other.text || !groups.flat().every(alike),
    };
  });
  const visible = only === 'differences' ? pairs.filter(({ differs }) => differs) : pairs;
  return (
    <>
      <div className="unprinted">
        <CheckField
          name="only"
          label={words.onlyDifferent}
          value={only === 'differences'}
          change={(value) => setOnly(value ? 'differences' : undefined)}
          error={undefined}
          complain={() => undefined}
        />
      </div>
      <Card flush>
        <Sides one={one} two={two} />
        {!(one.inside && two.inside) && <p className="muted compared-note">{words.outside}</p>}
        {visible.length === 0 ? (
          <Empty title={words.noDifferences} />
        ) : (
          <ol className="compared">
            {visible.map((pair) => (
              <Both key={pair.one.id} pair={pair} sides={[one, two]} onlyDifferent={only === 'differences'} />
            ))}
          </ol>
        )}
      </Card>
    </>
  );
}

function useSide(): (side: Description) => string {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  return ({ organiser, asOf, knownAt }) =>
    `${organiser.name} ${format.day(asOf)}${knownAt ? `, ${words.knownAt(format.instant(knownAt))}` : ''}`;
}

/** Who stands in which column, also when one has read far down. */
function Sides({ one, two }: { one: Description; two: Description }) {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  const oneOrganiser = one.organiser.code === two.organiser.code && one.asOf !== two.asOf;
  return (
    <div className="compared-sides" aria-hidden="true">
      <span />
      {[one, two].map((side, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: there are two sides, and they stay.
        <span key={n}>
          <strong>{oneOrganiser ? format.day(side.asOf) : side.organiser.name}</strong>
          <span className="muted">
            {!oneOrganiser && format.day(side.asOf)}
            {side.group !== (n === 0 ? two : one).group && ` · ${side.title}`}
          </span>
        </span>
      ))}
      <span className="compared-difference">
        <strong>{words.difference}</strong>
      </span>
    </div>
  );
}

interface BothProps {
  readonly pair: Pair;
  readonly sides: readonly [Description, Description];
  readonly onlyDifferent: boolean;
}

function Both({ pair, sides, onlyDifferent }: BothProps) {
  const groups = onlyDifferent ? pair.groups.filter((group) => !group.every(alike)) : pair.groups;
  const lines = groups.flat();
  return (
    <li className="compared-question">
      <h2>
        <span className="question-no">{pair.one.id}</span> {pair.one.question}
      </h2>
      {!(onlyDifferent && pair.one.text === pair.two.text) && <Texts pair={pair} sides={sides} />}
      {lines.length > 0 && <Lines lines={lines} caption={pair.one.question} sides={sides} />}
    </li>
  );
}

function Texts({ pair: { one, two }, sides }: { pair: Pair; sides: BothProps['sides'] }) {
  const words = useTexts(descriptionTexts);
  const side = useSide();
  if (!one.answered && !two.answered) return <p className="muted compared-note">{words.neither}</p>;
  if (one.text === two.text && one.text !== null)
    return (
      <div className="compared-texts">
        <div className="compared-same">
          <p className="muted">{words.sameAnswer}</p>
          <WrittenAnswer text={one.text} language={one.language} />
        </div>
      </div>
    );
  return (
    <div className="compared-texts">
      {[one, two].map((question, n) => {
        const description = sides[n] as Description;
        const { notAsked } = answeredBy(question, description.questions);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two sides, and they stay.
          <div key={n}>
            <p className="compared-side">{side(description)}</p>
            {question.text ? (
              <WrittenAnswer text={question.text} language={question.language} />
            ) : (
              <Tag tone={notAsked ? 'neutral' : 'warning'}>{notAsked ? words.notAsked : words.notAnswered}</Tag>
            )}
          </div>
        );
      })}
    </div>
  );
}

// Roles are written out because rows laid out as blocks, as on a phone, would lose their own.
const as = (role: string) => ({ role });

function Lines({ lines, caption, sides }: { lines: readonly Line[]; caption: string; sides: BothProps['sides'] }) {
  const words = useTexts(descriptionTexts);
  const side = useSide();
  const value = useValue();
  const difference = useDifference();
  const [one, two] = [side(sides[0]), side(sides[1])];
  return (
    <table className="compared-lines" {...as('table')}>
      <caption className="visually-hidden">
        {caption}. {words.differenceHelp}
      </caption>
      <thead className="visually-hidden" {...as('rowgroup')}>
        <tr {...as('row')}>
          {[words.figures, one, two, words.difference].map((header) => (
            <th key={header} scope="col" {...as('columnheader')}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        {lines.map((line) => (
          <tr key={line.key} className={line.inside ? 'compared-class' : undefined} {...as('row')}>
            <th scope="row" {...as('rowheader')}>
              {line.label}
            </th>
            <td data-side={one} {...as('cell')}>
              {value(line.one)}
            </td>
            <td data-side={two} {...as('cell')}>
              {value(line.two)}
            </td>
            <td data-side={words.difference} className="compared-difference" {...as('cell')}>
              {difference(line.one, line.two)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
