// Written by ./kykypolku generate from the first lines of each room's words.
export const openings = {
  organiser: 'Who must arrange the services, where, by which service, in which way, at which units and groups.',
  worker: 'Who works: workers, their posts and shares of full time, the letters and groups that they answer for.',
  client:
    'A person towards an organiser: name, language, how to reach, benefits, reason of support, protection, representatives.',
  employer: 'Employers, their workplaces with tasks and contact persons: where work is done beside a centre.',
  rate: 'Rate: what an organiser pays and charges for a day or a meal, since when and by which rule.',
  rhythm: 'Rhythm: how often an organiser keeps in touch in each service, in its starting and its steady phase.',
  referral: 'How and when a client came: the source, the kind and the day received.',
  plan: 'What is aimed at and how: goals, the days that the plan is for, its review, and the items that the law asks of it.',
  decision: 'Decision: what the authority granted or denied, for which days and why, and the letter that says so.',
  rectification:
    'Rectification: what became of a decision that was not accepted, from the request through the body and the court.',
  relationship: 'A client in an offering, from a day on: who answers for the client, and the breaks agreed on.',
  placement: 'Placement: where, on which weekdays and half-days a client takes part.',
  agreement:
    'Agreement: what client, employer and organiser agree about a placement, who has approved it, and its paper.',
  coaching: 'Contacts of a coach with a client and a workplace, visits planned, and the rhythm agreed for them.',
  attendance: 'One placement on one day: present, absent with a kind of reason, or holiday.',
  compensation: 'Compensation: what is owed to a client, and by a client or an employer, for each day: ledger lines.',
  cooperation: 'Agreed links to other services, and each referral made over them with what came of it.',
  exit: 'How a client relationship ended: reason and destination; or how it went on in another service of the organiser.',
  figures: 'Figures that answer the questions of a service description, with the cases behind each.',
  description: "The fixed questionnaire of a service description, answered for an organiser's services on a day.",
  screens: 'What a page shows, asked in one round trip.',
} as const;
