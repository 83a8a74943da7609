import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Dialog } from '../../web/kit/dialog.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Loading } from '../../web/kit/loading.tsx';
import { useHalt } from './halt.ts';
import { sessionQuery } from './session.ts';
import { frame } from './texts.ts';

const SignInAgain = lazy(() =>
  import('../sign-in/panels/again.tsx').then((module) => ({ default: module.SignInAgain })),
);

/** Covers the page, which stays as it is behind, until whoever was there has signed in again or goes. */
export function Halted() {
  const words = useTexts(frame);
  const why = useHalt();
  const session = useQueryClient().getQueryData(sessionQuery.queryKey);
  if (!why || !session) return null;
  return (
    <Dialog key={why} title={why === 'ended' ? words.ended : words.another} close={null} covering>
      <Suspense fallback={<Loading />}>
        <SignInAgain why={why} session={session} />
      </Suspense>
    </Dialog>
  );
}
