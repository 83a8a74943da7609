import { enacted, type Statute, since } from './provision.ts';

const act: Statute = {
  number: '621/1999',
  title: {
    fi: 'Laki viranomaisten toiminnan julkisuudesta',
    sv: 'Lag om offentlighet i myndigheternas verksamhet',
    en: 'Act on the Openness of Government Activities',
  },
};

/** Section 24 subsection 1 item 25: documents about a client of social welfare are secret. */
export const secrecyOfClients = enacted(
  act,
  '24',
  {
    fi: 'Salassa pidettävät viranomaisen asiakirjat',
    sv: 'Sekretessbelagda myndighetshandlingar',
    en: 'Secret official documents',
  },
  [since('1999-12-01', { subsection: 1, item: 25 }, '621/1999, recalled', false)],
);
