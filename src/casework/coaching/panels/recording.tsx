import { Buildings3Icon, ChatIcon, HandshakeIcon, PhoneIcon } from '@navikt/aksel-icons';
import { apiOf } from '../../../web/api.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';
import type { Due, matterKinds, ownKinds } from '../words.ts';
import { useDueWords } from './due-words.tsx';

const { useDo } = apiOf<typeof acts>();

export type Kind = (typeof ownKinds)[number];

/** The kinds that have a button in a list, with what the button shows. */
export const kindIcons = {
  call: PhoneIcon,
  message: ChatIcon,
  meeting: HandshakeIcon,
  'workplace-visit': Buildings3Icon,
} as const satisfies Record<Kind, unknown>;

/** Of whom a contact is recorded: of a relationship, or of a matter that has not led to one. */
export type ContactOf = { readonly clientId: string; readonly name: string } & (
  | { readonly relationshipId: string }
  | { readonly referralId: string }
);

/** A contact that was recorded, with the version by which it is added to or taken back. */
export interface SentContact {
  readonly contactId: string;
  readonly version: string;
  readonly next: Due | null;
}

/** Records a contact of today and tells what comes next, with an undo. */
export function useRecordContact() {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  const toast = useToast();
  const record = useDo('recordContact');
  const recordOnMatter = useDo('recordContactOnMatter');
  const takeBack = useDo('takeBackContact');
  /** By the id of the relationship or the referral. */
  const isRecording = (id: string, kind: Kind) =>
    (record.isPending && record.variables.relationshipId === id && record.variables.kind === kind) ||
    (recordOnMatter.isPending && recordOnMatter.variables.referralId === id && recordOnMatter.variables.kind === kind);
  const send = async (whose: ContactOf, kind: Kind): Promise<SentContact> => {
    const { clientId } = whose;
    if ('relationshipId' in whose) return record.mutateAsync({ clientId, relationshipId: whose.relationshipId, kind });
    const { contactId, version } = await recordOnMatter.mutateAsync({
      clientId,
      referralId: whose.referralId,
      kind: kind as (typeof matterKinds)[number],
    });
    return { contactId, version, next: null };
  };
  const recordNow = async (whose: ContactOf, kind: Kind): Promise<SentContact | null> => {
    const { clientId, name } = whose;
    try {
      const done = await send(whose, kind);
      toast({
        done: words.recorded(words.kinds[kind], name),
        ...(done.next ? { next: due.next(done.next) } : {}),
        // What was added since is not taken back with it.
        undo: () => takeBack.mutateAsync({ clientId, contactId: done.contactId, seen: done.version }),
      });
      return done;
    } catch (failure) {
      toast.failed(failure);
      return null;
    }
  };
  return { recordNow, isRecording };
}
