import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { SetBody } from '../../../casework/organiser/panels/body-form.tsx';
import { AddMunicipality, ChangeArea, ChangeOrganiser } from '../../../casework/organiser/panels/organiser-form.tsx';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { contains } from '../../../kernel/range.ts';
import type { OutputOf } from '../../../server/act.ts';
import { Card, Cards, Entries, Entry, Facts } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { Acts } from '../../app/registry.ts';
import { SinceWhen } from './standing.tsx';

export type Setup = OutputOf<Acts['ownSetup']>;

/** How the organiser is called and reached, and the municipalities of its area. */
export function OrganiserPart({ setup }: { setup: Setup }) {
  return (
    <Cards>
      <Details setup={setup} />
      <Body setup={setup} />
      <Area setup={setup} />
    </Cards>
  );
}

function Details({ setup: { organiser, permitted } }: { setup: Setup }) {
  const words = useTexts(organiserTexts);
  const [changing, setChanging] = useState(false);
  const postal = [organiser.postalCode, organiser.postOffice].filter(Boolean).join(' ');
  return (
    <Card
      title={words.details}
      actions={
        permitted.includes('changeOrganiser') && (
          <Button size="small" variant="secondary" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        )
      }
    >
      <p className="muted">{words.detailsHelp}</p>
      <Facts
        facts={[
          [words.nameFi, organiser.nameFi],
          [words.nameSv, organiser.nameSv],
          [words.nameEn, organiser.nameEn],
          [words.kind, words.kinds[organiser.kind]],
          [words.office, organiser.office ?? '–'],
          [words.officeSv, organiser.officeSv ?? '–'],
          [words.officeEn, organiser.officeEn ?? '–'],
          [words.street, [organiser.street, postal].filter(Boolean).join(', ') || '–'],
          [words.phone, organiser.phone ?? '–'],
          [words.email, organiser.email ?? '–'],
          [words.dataProtectionContact, organiser.dataProtectionContact ?? '–'],
          [words.dataProtectionPage, organiser.dataProtectionPage ?? '–'],
        ]}
      />
      {changing && <ChangeOrganiser details={organiser} close={() => setChanging(false)} />}
    </Card>
  );
}

function Body({ setup: { body, bodyVersion, permitted } }: { setup: Setup }) {
  const words = useTexts(organiserTexts);
  const [setting, setSetting] = useState(false);
  const { language } = useLanguage();
  return (
    <Card
      title={words.body}
      actions={
        permitted.includes('changeOrganiser') && (
          <Button size="small" variant={body ? 'secondary' : 'primary'} onClick={() => setSetting(true)}>
            {body ? words.change : words.setBody}
          </Button>
        )
      }
    >
      <p className="muted">{words.bodyHelp}</p>
      {body ? (
        <Facts
          facts={[
            [words.nameFi, body.nameFi],
            [words.nameSv, body.nameSv],
            [words.street, `${body.street}, ${body.postalCode} ${body.postOffice}`],
            [words.registryEmail, body.email ?? '–'],
            [words.phone, body.phone ?? '–'],
            [words.opening, { fi: body.openingFi, sv: body.openingSv, en: body.openingEn }[language]],
          ]}
        />
      ) : (
        <p>{words.noBody}</p>
      )}
      {setting && <SetBody body={body} version={bodyVersion} close={() => setSetting(false)} />}
    </Card>
  );
}

function Area({ setup: { area, areaVersion, municipalities, permitted } }: { setup: Setup }) {
  const words = useTexts(organiserTexts);
  const format = useFormat();
  const today = useToday();
  const [open, setOpen] = useState<'area' | 'municipality' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card
      title={words.area}
      actions={
        permitted.includes('changeOrganiser') && (
          <Button size="small" variant="secondary" onClick={() => setOpen('area')}>
            {words.changeArea}
          </Button>
        )
      }
    >
      {area.length === 0 && <p>{words.none}</p>}
      <Entries>
        {area.map(({ code, name, during }) => (
          <Entry
            key={`${code} ${during.from}`}
            title={name}
            line={format.range(during)}
            end={<SinceWhen during={during} />}
          />
        ))}
      </Entries>
      {permitted.includes('changeOrganiser') && (
        <Button size="small" variant="tertiary" onClick={() => setOpen('municipality')}>
          {words.addMunicipality}
        </Button>
      )}
      {open === 'area' && (
        <ChangeArea
          all={municipalities}
          version={areaVersion}
          codes={area.filter(({ during }) => contains(during, today)).map(({ code }) => code)}
          close={close}
        />
      )}
      {open === 'municipality' && <AddMunicipality all={municipalities} close={close} />}
    </Card>
  );
}
