import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { compensationTexts } from '../texts.ts';

interface NotMarkedProps {
  readonly notMarked: number;
  readonly at: readonly { readonly place: string; readonly days: number }[];
}

const named = 8;

/** Says how many days have no mark, and where, before anybody closes a month over them. */
export function CompensationNotMarked({ notMarked, at }: NotMarkedProps) {
  const words = useTexts(compensationTexts);
  if (notMarked === 0) {
    return (
      <p>
        <Tag tone="success">{words.allMarked}</Tag>
      </p>
    );
  }
  return (
    <div className="not-marked" data-color="warning">
      <p>
        <ExclamationmarkTriangleIcon aria-hidden="true" /> <strong>{words.notMarked(notMarked)}</strong>
      </p>
      <p>
        {words.notMarkedHelp}{' '}
        {at
          .slice(0, named)
          .map(({ place, days }) => `${place} (${days})`)
          .join(', ')}
        {at.length > named && ` ${words.others(at.length - named)}`}
      </p>
    </div>
  );
}
