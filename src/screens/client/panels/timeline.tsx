import { BriefcaseIcon, FileTextIcon, PauseIcon, PersonGroupIcon } from '@navikt/aksel-icons';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { addDays } from '../../../kernel/day.ts';
import type { OutputOf } from '../../../server/act.ts';
import { Card } from '../../../web/kit/card.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { Timeline, type TimelineRow } from '../../../web/kit/timeline.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { clientPage } from '../board.ts';
import { clientDesk } from '../texts.ts';

export type ClientPageData = OutputOf<typeof clientPage>;

/** A person is a timeline: decisions, each service where it was given, breaks. */
export function ClientTimeline({ page }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const { services } = useTexts(organiserTexts);
  const today = useToday();
  const decisions: TimelineRow = {
    id: 'decisions',
    label: words.decision,
    icon: <FileTextIcon aria-hidden="true" />,
    periods: page.decisions.flatMap((one): TimelineRow['periods'] => {
      // What another decision took the place of before it began holds on no day.
      if (one.during)
        return one.holds ? [{ id: one.id, label: services[one.service], tone: 'neutral', ...one.holds }] : [];
      if (one.outcome === 'end') return [];
      return [
        {
          id: one.id,
          label: words.denied,
          detail: services[one.service],
          tone: 'danger',
          from: one.decidedOn,
          to: addDays(one.decidedOn, 1),
        },
      ];
    }),
  };
  const input = [...new Set(page.relationships.toReversed().map(({ service }) => service))];
  const rows = input.map((service): TimelineRow => {
    const placements = page.placements.filter((one) => one.service === service);
    const atWork = placements.some(({ workplaceId }) => workplaceId !== null);
    const tone = atWork ? 'success' : 'info';
    const Icon = atWork ? BriefcaseIcon : PersonGroupIcon;
    return {
      id: service,
      label: services[service],
      icon: <Icon aria-hidden="true" />,
      periods:
        placements.length > 0
          ? placements.map((one) => ({
              id: one.id,
              label: one.place,
              ...(one.unit ? { detail: one.unit } : {}),
              tone,
              ...one.during,
            }))
          : page.relationships
              .filter((one) => one.service === service)
              .map((one) => ({ id: one.id, label: services[service], tone, ...one.during })),
    };
  });
  const breaks: TimelineRow = {
    id: 'breaks',
    label: words.breakRow,
    icon: <PauseIcon aria-hidden="true" />,
    periods: page.relationships.flatMap(({ pauses }) =>
      pauses.map((one) => ({ id: one.id, label: one.reason, tone: 'warning' as const, ...one.during })),
    ),
  };
  // Before the first decision there is no way to draw; what is pending stands below.
  if (page.decisions.length + page.relationships.length === 0) return null;
  return (
    <Card>
      <h2 className="visually-hidden">{words.timeline}</h2>
      <Timeline label={words.timeline} rows={[decisions, ...rows, breaks]} today={today} empty={words.timelineEmpty} />
    </Card>
  );
}
