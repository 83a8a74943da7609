/** Matters of Pori that ended otherwise than by a grant or a denial, and a service whose decision was changed and then ended. */
import { day } from '../../src/kernel/day.ts';
import type { Context } from '../context.ts';
import { type DemoRow, enteredOn } from '../demo-rows.ts';
import type { Person } from '../people.ts';
import { grantReasons } from '../words.ts';
import type { DemoWorker } from '../workers.ts';
import { reasonOfSupport } from './centre.ts';

const withoutDecision = [
  {
    receivedOn: day('2018-09-03'),
    decidedOn: day('2018-10-15'),
    outcome: 'lapse',
    reasons: 'Hakija on muuttanut toisen kunnan alueelle eikä asiassa ole enää ratkaistavaa.',
  },
  {
    receivedOn: day('2019-02-04'),
    decidedOn: day('2019-03-04'),
    outcome: 'not-examined',
    reasons: 'Hakemus koskee palvelua, jonka järjestää toinen viranomainen. Hakemus on siirretty sille.',
  },
] as const;

export function makeDecidedAnew(context: Context): void {
  const { recorder, workers } = context;
  const official = (workers.poriOfficials[0] as DemoWorker).id;
  withoutDecision.forEach(({ receivedOn, decidedOn, outcome, reasons }, i) => {
    const person = newcomer(context, `pori-undecided-${i}`, receivedOn);
    const referral = recorder.refer(person, {
      service: 'open-work',
      source: 'own-contact',
      kind: 'own-contact',
      receivedOn,
      receivedBy: official,
    });
    reasonOfSupport(context, person, receivedOn);
    recorder.decide(person, referral, {
      service: 'open-work',
      outcome,
      decidedOn,
      during: null,
      reasons,
      decidedBy: official,
    });
  });
  lapsedTogether(context);
  changedAndEnded(context);
}

/** Two matters of one client that lapsed together: one letter and one number. */
function lapsedTogether(context: Context): void {
  const { recorder, workers } = context;
  const official = (workers.poriOfficials[0] as DemoWorker).id;
  const receivedOn = day('2018-10-08');
  const person = newcomer(context, 'pori-together-0', receivedOn);
  reasonOfSupport(context, person, receivedOn);
  const came = {
    source: 'disability-service-application',
    kind: 'application',
    receivedOn,
    receivedBy: official,
  } as const;
  const services = ['open-work', 'day-activity'] as const;
  const referrals = services.map((service) => recorder.refer(person, { service, ...came }));
  services.forEach((service, i) => {
    recorder.decide(person, referrals[i] as DemoRow, {
      service,
      outcome: 'lapse',
      decidedOn: day('2018-11-12'),
      during: null,
      reasons: 'Hakija on perunut molemmat hakemuksensa muutettuaan toiselle paikkakunnalle.',
      decidedBy: official,
      together: String(referrals[0]?.id),
    });
  });
}

/** Open work that was granted for a year, changed to go on, and ended at the client's wish. */
function changedAndEnded(context: Context): void {
  const { recorder, region, workers } = context;
  const official = (workers.poriOfficials[0] as DemoWorker).id;
  const coach = workers.poriCoaches[0] as DemoWorker;
  const service = 'open-work';
  const person = newcomer(context, 'pori-changed-0', day('2018-01-15'));
  reasonOfSupport(context, person, day('2018-01-15'));
  const came = (source: string, receivedOn: ReturnType<typeof day>) =>
    recorder.refer(person, {
      service,
      source,
      kind: source === 'own-contact' ? 'own-contact' : 'referral',
      receivedOn,
      receivedBy: official,
    });
  const by = { service, decidedBy: official, reasons: grantReasons[service] as string } as const;
  const first = recorder.decide(person, came('school', day('2018-01-15')), {
    ...by,
    decidedOn: day('2018-02-19'),
    during: { from: day('2018-03-05'), to: day('2019-03-05') },
  });
  const begun = recorder.begin(person, service, region.offering(person.organiser, service), day('2018-03-05'), first);
  recorder.name(begun, coach.id, 'coach', day('2018-03-05'));
  const changed = recorder.decide(person, came('coaching-team', day('2018-12-03')), {
    ...by,
    changes: first,
    decidedOn: day('2018-12-17'),
    during: { from: day('2019-01-07'), to: null },
  });
  recorder.decide(person, came('own-contact', day('2019-04-01')), {
    ...by,
    outcome: 'end',
    changes: changed,
    lastDay: day('2019-05-31'),
    decidedOn: day('2019-05-06'),
    during: null,
    unheard: 'Asiakas on itse pyytänyt lopettamista.',
    reasons: 'Asiakas on itse pyytänyt, että avotyö päättyy, koska hän aloittaa opinnot.',
  });
  recorder.end(begun, day('2019-06-01'), { reason: 'studies', destination: 'studies', recordedBy: official });
}

function newcomer(context: Context, key: string, on: ReturnType<typeof day>): Person {
  return context.people.make(key, context.region.pori, { born: [1985, 1998] }, on, enteredOn(on, 0));
}
