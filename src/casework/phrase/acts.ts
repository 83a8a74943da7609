import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { zEdited, zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask } from '../../server/act.ts';
import { withVersion } from '../../server/version.ts';
import { offeringsOn } from '../organiser/reads.ts';
import { zCitable } from '../organiser/words.ts';
import { phraseAccess } from './access.ts';
import { phraseOf, phrasesOf, standingPhrase } from './reads.ts';
import { citableWith, phraseFault } from './rules.ts';
import { phraseRefusals } from './texts.ts';
import { zPhrase, zPhraseDetails } from './words.ts';
import { insertPhrase, updatePhrase } from './writes.ts';

export const phrases = ask({
  name: 'phrases',
  method: 'GET',
  path: '/api/phrases',
  says: 'Tell the ready reasons of one’s organiser, of every time, and by which provisions each service is decided today',
  input: z.strictObject({}),
  output: z.object({
    phrases: z.array(zPhrase),
    /** Services that are offered today, with what may be cited for granting and for denying them. */
    services: z.array(z.object({ service: zService, grants: z.array(zCitable), denies: z.array(zCitable) })),
  }),
  may: phraseAccess.phrases,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => {
    const offered = new Set((await offeringsOn(tx, who.organiserId, today)).map(({ service }) => service));
    const cites = (ids: readonly string[]) => ids.map((id) => ({ id, cite: cite(id, who.language) }));
    return {
      phrases: (await phrasesOf(tx, who.organiserId)).map(withVersion(zPhraseDetails)),
      services: [...offered].map((service) => ({
        service,
        grants: cites(citableWith({ service, against: false }, today)),
        denies: cites(citableWith({ service, against: true }, today)),
      })),
    };
  },
});

export const addPhrase = act({
  name: 'addPhrase',
  method: 'POST',
  path: '/api/phrases',
  says: 'Write a ready reason for deciding on a service, by a provision, in Finnish and Swedish, and in easy language',
  input: zPhraseDetails,
  output: z.object({ phraseId: zId }),
  may: phraseAccess.addPhrase,
  audited: { change: (input) => input },
  refuses: phraseRefusals,
  conflicts: { phrase_named_once: { code: 'named-already', field: 'name' } },
  run: async ({ tx, who, input, refuse }) => {
    const offered = await offeringsOn(tx, who.organiserId, input.during.from);
    if (!offered.some(({ service }) => service === input.service)) return refuse('not-offered', { field: 'service' });
    const fault = phraseFault(input);
    if (fault) return refuse(fault.why, { field: fault.field });
    return { phraseId: await insertPhrase(tx, who.organiserId, input) };
  },
});

export const changePhrase = act({
  name: 'changePhrase',
  method: 'PUT',
  path: '/api/phrases/{phraseId}',
  says: 'Change a ready reason, or end it: decisions that were made with it keep their words',
  input: zPhraseDetails.omit({ service: true }).extend({ phraseId: zId, seen: zSeen }),
  output: zEdited,
  may: phraseAccess.changePhrase,
  audited: { change: ({ seen: _, ...input }) => input },
  refuses: phraseRefusals,
  conflicts: { phrase_named_once: { code: 'named-already', field: 'name' } },
  edits: ({ tx, who, input }) => standingPhrase(tx, who.organiserId, input.phraseId),
  run: async ({ tx, who, input: { phraseId, seen: _, ...rest }, refuse }) => {
    const before = await phraseOf(tx, who.organiserId, phraseId);
    if (!before) return refuse('no-such-phrase');
    const after = { ...rest, service: before.service };
    const fault = phraseFault(after);
    if (fault) return refuse(fault.why, { field: fault.field });
    await updatePhrase(tx, phraseId, after);
    return { done: true as const };
  },
});
