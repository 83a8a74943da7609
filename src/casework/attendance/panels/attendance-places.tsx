import type { OutputOf } from '../../../server/act.ts';
import type { PageAddress } from '../../../web/address-of.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Worklist, type WorklistRow } from '../../../web/kit/worklist.tsx';
import type * as acts from '../acts.ts';
import { attendanceTexts } from '../texts.ts';

export type PlaceRow = OutputOf<typeof acts.attendancePlaces>['places'][number];

/** The place as an address names it: group.0179…, workplace.0179…, or every workplace. */
export const keyOfPlace = ({ groupId, workplaceId }: Pick<PlaceRow, 'groupId' | 'workplaceId'>) =>
  groupId ? `group.${groupId}` : `workplace.${workplaceId}`;
export const everyWorkplace = 'workplaces';

interface PlacesProps {
  readonly places: readonly PlaceRow[];
  readonly addressOf: (place: string) => PageAddress;
}

/** Groups and workplaces to choose from, one's own first, each with what is left to mark on the day. */
export function AttendancePlaces({ places, addressOf }: PlacesProps) {
  const words = useTexts(attendanceTexts);
  const row = (one: PlaceRow): WorklistRow => ({
    key: keyOfPlace(one),
    name: one.name,
    to: addressOf(keyOfPlace(one)),
    secondary: one.unit,
    middle: one.leader && words.ledBy(one.leader),
    tag: tagOf(one),
    who: words.clients(one.clients),
  });
  const tagOf = ({ due, marked }: Pick<PlaceRow, 'due' | 'marked'>) =>
    due === 0
      ? { words: words.noneDue, tone: 'neutral' as const }
      : { words: words.notMarked(due - marked), tone: due > marked ? ('warning' as const) : ('success' as const) };
  const workplaces = places.filter(({ workplaceId }) => workplaceId !== null);
  const sum = (of: (one: PlaceRow) => number) => workplaces.reduce((total, one) => total + of(one), 0);
  const all: WorklistRow[] =
    workplaces.length > 1
      ? [
          {
            key: everyWorkplace,
            name: words.everyWorkplace,
            to: addressOf(everyWorkplace),
            tag: tagOf({ due: sum(({ due }) => due), marked: sum(({ marked }) => marked) }),
            who: words.clients(sum(({ clients }) => clients)),
          },
        ]
      : [];
  return (
    <Worklist
      label={words.choose}
      empty={words.noPlaces}
      groups={[
        { id: 'own', heading: words.ownGroups, rows: places.filter(({ mine }) => mine).map(row) },
        {
          id: 'groups',
          heading: places.some(({ mine }) => mine) ? words.otherGroups : words.groups,
          rows: places.filter(({ mine, groupId }) => groupId !== null && !mine).map(row),
        },
        { id: 'workplaces', heading: words.workplaces, rows: [...all, ...workplaces.map(row)] },
      ]}
    />
  );
}
