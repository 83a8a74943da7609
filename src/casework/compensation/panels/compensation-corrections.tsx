import { Button } from '@navikt/ds-react/Button';
import { apiOf } from '../../../web/api.ts';
import { Card } from '../../../web/kit/card.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import type * as acts from '../acts.ts';
import { compensationTexts } from '../texts.ts';
import type { Line } from '../words.ts';
import { CompensationLines } from './compensation-accounts.tsx';

const { useDo } = apiOf<typeof acts>();

interface CorrectionsProps {
  readonly month: string;
  readonly reverse: readonly Line[];
  readonly write: readonly Line[];
}

const order = (line: Line) => `${line.name} ${line.earnedOn} ${line.kind} ${line.reversing ? 0 : 1}`;

/** What attendance changed since the month was closed would write: the old line reversed, the right one after it. */
export function CompensationCorrections({ month, reverse, write }: CorrectionsProps) {
  const words = useTexts(compensationTexts);
  const toast = useToast();
  const settle = useDo('settleCorrections', {
    done: ({ reversed, written }) => toast({ done: words.settled(reversed + written) }),
  });
  const lines = [...reverse, ...write].toSorted((a, b) => order(a).localeCompare(order(b)));
  if (lines.length === 0) return <p className="quiet">{words.noCorrections}</p>;
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
      <p className="quiet">{words.correctionsHelp}</p>
      <CompensationLines caption={words.corrections} lines={lines} names />
    </Card>
  );
}
