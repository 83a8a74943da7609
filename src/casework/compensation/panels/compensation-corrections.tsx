import { Button } from '@navikt/ds-react/Button';
import { compareNames } from '../../../kernel/language.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Card } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import type * as acts from '../acts.ts';
import { compensationTexts } from '../texts.ts';
import type { NamedLine } from '../words.ts';
import { CompensationLines } from './compensation-accounts.tsx';

const { useDo } = apiOf<typeof acts>();

interface CorrectionsProps {
  readonly month: string;
  readonly reverse: readonly NamedLine[];
  readonly write: readonly NamedLine[];
  readonly corrected: OutputOf<typeof acts.compensationMonth>['corrected'];
}

const order = (line: NamedLine) => `${line.earnedOn} ${line.kind} ${line.reversing ? 0 : 1}`;

/** By name as the language orders letters, each client's lines by day. */
function useInOrder(): (lines: readonly NamedLine[]) => readonly NamedLine[] {
  const byName = compareNames(useLanguage().language);
  return (lines) => lines.toSorted((a, b) => byName(a.name, b.name) || (order(a) < order(b) ? -1 : 1));
}

/** What attendance changed since the month was closed would write: the old line reversed, the right one after it. */
export function CompensationCorrections({ month, reverse, write, corrected }: CorrectionsProps) {
  const words = useTexts(compensationTexts);
  const toast = useToast();
  const settle = useDo('settleCorrections', {
    done: ({ reversed, written }) => toast({ done: words.settled(reversed + written) }),
  });
  const lines = useInOrder()([...reverse, ...write]);
  if (lines.length === 0) return corrected.length === 0 && <p className="muted">{words.noCorrections}</p>;
  return (
    <Card
      title={words.corrections}
      actions={
        <Button
          size="small"
          loading={settle.isPending}
          onClick={() => settle.mutate({ month }, { onError: toast.failed })}
        >
          {words.settle}
        </Button>
      }
    >
      <p className="muted">{words.correctionsHelp}</p>
      <CompensationLines caption={words.corrections} lines={lines} names />
    </Card>
  );
}

/** What was corrected after the closing, each time apart: the month itself is told as it was closed. */
export function CompensationCorrected({ month, corrected }: Pick<CorrectionsProps, 'month' | 'corrected'>) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const inOrder = useInOrder();
  return corrected.map(({ writtenAt, withMonth, lines }) => (
    <Card key={`${writtenAt} ${withMonth}`} title={words.correctedOn(format.instant(writtenAt))}>
      {withMonth !== month && <p className="muted">{words.correctedWith(format.month(withMonth))}</p>}
      <CompensationLines caption={words.correctedOn(format.instant(writtenAt))} lines={inOrder(lines)} names />
    </Card>
  ));
}
