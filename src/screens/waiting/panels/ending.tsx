import type { DecisionEnding } from '../../../casework/decision/panels/decision-form.tsx';
import { UnderDecision, useAlong } from '../../../casework/exit/panel.tsx';
import type { destinations, exitReasons } from '../../../casework/exit/words.ts';
import { carries } from '../../../casework/relationship/rules.ts';
import { useAsk, useDo } from '../../app/api.ts';

/** What goes on by the decisions of a client, and how it ends with one that ends or shortens them; null until it is known. */
export function useEnding(clientId: string): DecisionEnding | null {
  const held = useAsk('relationshipsOf', { clientId });
  const placed = useAsk('placements', { clientId });
  const decideAndEnd = useDo('decideAndEnd');
  if (!held.data || !placed.data) return null;
  const { relationships } = held.data;
  const { placements } = placed.data;
  return {
    Fields: UnderDecision as DecisionEnding['Fields'],
    useAlong,
    under: (decided, from) =>
      relationships
        .filter(({ service, during }) => carries(decided, service) && (during.to === null || during.to > from))
        .map(({ id, serviceName, version }) => ({
          id,
          version,
          name: serviceName,
          places: placements
            .filter(({ relationshipId, during }) => relationshipId === id && (during.to === null || during.to > from))
            .map(({ place }) => place),
        })),
    decide: (input, services, end, along) => {
      const reason = (end['services.0.reason'] || null) as (typeof exitReasons)[number] | null;
      const destination = (end['services.0.destination'] || null) as (typeof destinations)[number] | null;
      const ends = input.outcome === 'end' ? { reason, destination } : {};
      return decideAndEnd.mutateAsync({
        ...input,
        services: services.map(({ id, version }) => ({ relationshipId: id, seen: version, ...ends, ...along })),
      });
    },
  };
}
