import { Button } from '@navikt/ds-react/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useUntold } from '../untold.ts';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';
import './missing-parts.css';

/** Says that part of the page did not come where no piece of it says so: what is not there would look as if there was none. */
export function MissingParts() {
  const words = useTexts(kit);
  const queries = useQueryClient();
  const isUntold = useUntold();
  const fetchAgain = () =>
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  return (
    <div className="missing-parts" role="alert" data-color="danger">
      {isUntold && (
        <>
          <span>{words.missingParts}</span>
          <Button
            className="unprinted"
            size="xsmall"
            variant="secondary"
            data-color="neutral"
            type="button"
            onClick={fetchAgain}
          >
            {words.fetchAgain}
          </Button>
        </>
      )}
    </div>
  );
}
