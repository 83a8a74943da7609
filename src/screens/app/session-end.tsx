import { Button } from '@navikt/ds-react/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useGo } from '../../web/address.tsx';
import { Dialog } from '../../web/kit/dialog.tsx';
import { useIdle, useSoon } from '../../web/kit/idle.ts';
import { useLanguage, useTexts } from '../../web/kit/language.tsx';
import { anyUnsent } from '../../web/kit/unsaved-changes.tsx';
import { halt } from './halt.ts';
import { pageAt } from './pages.ts';
import { endSession, leaveSession, type Session, sessionQuery } from './session.ts';
import { frame } from './texts.ts';

/** How long before the end of the longest session it is told. */
const soonSeconds = 600;

/** Warns before the session ends, because nobody is there or because it has lasted its longest, and ends it. */
export function SessionEnd({ session }: { session: Session }) {
  const words = useTexts(frame);
  const queries = useQueryClient();
  const leave = useGo();
  const { endsIn, goOn } = useIdle({
    minutes: session.idleMinutes,
    alive: () => void queries.refetchQueries({ queryKey: sessionQuery.queryKey }),
    end: () => {
      // What was typed stays behind a cover for whoever typed it; an untouched page goes wholly.
      if (anyUnsent()) {
        halt('ended');
        void endSession().catch(() => undefined);
        return;
      }
      const { pathname, search } = window.location;
      void leaveSession(queries, 'go').finally(() => leave(pageAt('/sign-in', { to: pathname + search })));
    },
  });
  return (
    <>
      {endsIn !== null && (
        <Dialog title={words.endsSoon} close={goOn}>
          <p>{words.endsSoonHelp(endsIn)}</p>
          <div className="row">
            <Button type="button" size="small" onClick={goOn}>
              {words.goOn}
            </Button>
          </div>
        </Dialog>
      )}
      <LongEnough endsIn={session.endsIn} />
    </>
  );
}

function LongEnough({ endsIn }: { endsIn: number }) {
  const words = useTexts(frame);
  const { language } = useLanguage();
  const endsAt = useSoon(endsIn, soonSeconds);
  const [later, setLater] = useState(false);
  useEffect(() => {
    if (endsIn > soonSeconds) setLater(false);
  }, [endsIn]);
  if (endsAt === null || later) return null;
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(endsAt);
  const close = () => setLater(true);
  return (
    <Dialog title={words.longEnough} close={close}>
      <p>{words.longEnoughHelp(time)}</p>
      <div className="row">
        <Button
          type="button"
          size="small"
          onClick={() => {
            close();
            halt('ended');
          }}
        >
          {words.againNow}
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={close}>
          {words.later}
        </Button>
      </div>
    </Dialog>
  );
}
