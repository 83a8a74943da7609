import type { InputOf, OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import type { Instead } from '../../../web/form.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import type * as acts from '../acts.ts';
import { attendanceTexts } from '../texts.ts';

const { useDo } = apiOf<typeof acts>();

type Changing = typeof acts.changePlacementWithMarks;
type Ending = typeof acts.endPlacementWithMarks;
type Pausing = typeof acts.agreeBreakWithMarks;

const on = 'days-marked';

/** Offered when marked days stand in the way of other half-days: the marks go to the changed placement. */
export function useChangeWithMarks(): Instead<InputOf<Changing>, OutputOf<Changing>> {
  const words = useTexts(attendanceTexts);
  const change = useDo('changePlacementWithMarks');
  return { on, help: words.moveMarksHelp, label: words.moveMarks, send: (input) => change.mutateAsync(input) };
}

/** Offered when marked days stand in the way of ending a placement: the marks are taken back. */
export function useEndWithMarks(): Instead<InputOf<Ending>, OutputOf<Ending>> {
  const words = useTexts(attendanceTexts);
  const end = useDo('endPlacementWithMarks');
  return { on, help: words.takeBackMarksHelp, label: words.takeBackMarks, send: (input) => end.mutateAsync(input) };
}

/** Offered when marked days stand in the way of a break: the marks are taken back. */
export function useBreakWithMarks(): Instead<InputOf<Pausing>, OutputOf<Pausing>> {
  const words = useTexts(attendanceTexts);
  const agree = useDo('agreeBreakWithMarks');
  return { on, help: words.takeBackMarksHelp, label: words.takeBackMarks, send: (input) => agree.mutateAsync(input) };
}
