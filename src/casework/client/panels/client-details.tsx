import { EyeIcon, PencilIcon, PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useState } from 'react';
import { contains } from '../../../kernel/range.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Dotted, Entries, Entry, Facts } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Phone } from '../../../web/kit/phone.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { isFormerCustodian, lacksRepresentative, representativesIn } from '../rules.ts';
import { clientTexts } from '../texts.ts';
import { languageName, type Representative, representativeTexts } from '../words.ts';
import { BenefitForm, ChangeReason } from './benefit-forms.tsx';
import { ChangeDetails } from './change-details.tsx';
import { ChangeAddress, LiftProtection, Protect } from './reach-forms.tsx';
import { RepresentativeForm } from './representative-form.tsx';
import './client-details.css';

const { useAsk, useDo } = apiOf<typeof acts>();

type Opened = OutputOf<typeof acts.client>;
type Editing =
  | 'details'
  | 'address'
  | 'protect'
  | 'lift'
  | 'benefit'
  | 'reason'
  | 'representative'
  | { readonly benefit: NonNullable<Opened['benefits']>[number] }
  | { readonly representative: Opened['representatives'][number] };

/** A client's details part by part; each part is changed by those who may. */
export function ClientDetails({ clientId }: { clientId: string }) {
  const query = useAsk('client', { clientId });
  return <Answer of={query}>{(opened) => <Parts opened={opened} />}</Answer>;
}

function Parts({ opened }: { opened: Opened }) {
  const {
    client,
    version,
    reach,
    reachVersion,
    protectionVersion,
    mainVersion,
    reasonVersion,
    benefits,
    reasons,
    representatives,
    municipalities,
    permitted,
  } = opened;
  const words = useTexts(clientTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const today = useToday();
  const [editing, edit] = useState<Editing>();
  const close = () => edit(undefined);
  const may = (act: (typeof permitted)[number]) => permitted.includes(act);
  const clientId = client.id;
  const takeBackBenefit = useDo('takeBackBenefit');
  const takeBackReason = useDo('takeBackReason');
  const takeBackRepresentative = useDo('takeBackRepresentative');
  const reason = reasons?.find(({ during }) => contains(during, today));
  const served: readonly Representative[] = representativesIn('personal', { age: client.age, representatives }, today);
  return (
    <div className="client-parts">
      <Part
        title={words.client}
        acts={may('changeClient') && [<Edit key="edit" label={words.edit} act={() => edit('details')} />]}
      >
        <Facts
          facts={[
            [words.familyName, client.familyName],
            [words.givenNames, client.givenNames || words.notKnown],
            [words.identityCode, <Identity key="code" opened={opened} />],
            [words.birthOn, client.birthOn ? format.day(client.birthOn) : words.notKnown],
            [words.gender, client.gender ? words.genders[client.gender] : words.notKnown],
            [words.municipality, client.municipality ?? words.notKnown],
            [words.motherTongue, client.motherTongue ? languageName(client.motherTongue, language) : words.notKnown],
            [
              words.serviceLanguage,
              [words.serviceLanguages[client.serviceLanguage], client.easyLanguage && words.easyLanguage.toLowerCase()]
                .filter(Boolean)
                .join(', '),
            ],
          ]}
        />
      </Part>
      <Part
        title={words.address}
        acts={[
          // Whoever does not see a protected address cannot write over it either.
          may('changeAddress') && (!reach.protected || may('liftProtection')) && (
            <Edit key="address" label={words.edit} act={() => edit('address')} />
          ),
          may('protectAddress') && !reach.protected && (
            <Edit key="protect" label={words.protect} act={() => edit('protect')} />
          ),
          may('liftProtection') && reach.protected && <Edit key="lift" label={words.lift} act={() => edit('lift')} />,
        ]}
      >
        {reach.protected && (
          <p>
            <Tag tone="danger">{words.protected}</Tag> <span className="muted">{words.protectedHint}</span>
          </p>
        )}
        {reach.address ? (
          <Facts
            facts={[
              [words.street, reach.address.street ?? words.notKnown],
              [
                words.postOffice,
                [reach.address.postalCode, reach.address.postOffice].filter(Boolean).join(' ') || words.notKnown,
              ],
              [words.phone, reach.address.phone ? <Phone key="phone" number={reach.address.phone} /> : words.notKnown],
              [words.email, reach.address.email ?? words.notKnown],
            ]}
          />
        ) : (
          <p className="muted">
            {reach.protected && reach.contactInstead
              ? `${words.contactInstead}: ${reach.contactInstead}`
              : words.noAddress}
          </p>
        )}
      </Part>
      {benefits && (
        <Part
          title={words.benefitsHead}
          acts={may('recordBenefit') && [<Add key="add" label={words.benefit} act={() => edit('benefit')} />]}
        >
          <Entries>
            {benefits.map((one) => (
              <Entry
                key={one.id}
                title={one.highest ? words.highestAllowance : words.benefits[one.benefit]}
                line={format.range(one.during)}
                end={
                  <>
                    {one.main && contains(one.during, today) && <Tag tone="accent">{words.mainBenefit}</Tag>}
                    <span className="client-entry-acts">
                      {may('changeBenefit') && (
                        <IconEdit
                          label={`${words.edit}: ${words.benefits[one.benefit]}`}
                          act={() => edit({ benefit: one })}
                        />
                      )}
                      {may('takeBackBenefit') && (
                        <TakeBack
                          named={`${words.benefits[one.benefit]}, ${format.range(one.during)}`}
                          follows={words.follows.benefit}
                          seen={one.version}
                          send={(why, seen) => takeBackBenefit.mutateAsync({ clientId, benefitId: one.id, why, seen })}
                        />
                      )}
                    </span>
                  </>
                }
              />
            ))}
          </Entries>
          {benefits.length === 0 && <p className="muted">{words.notKnown}</p>}
        </Part>
      )}
      {reasons && (
        <Part
          title={words.reason}
          acts={may('recordReason') && [<Edit key="edit" label={words.edit} act={() => edit('reason')} />]}
        >
          {!reason && <p>{words.reasons['not-recorded']}</p>}
          <Entries>
            {reasons.map((one) => (
              <Entry
                key={one.id}
                title={words.reasons[one.reason]}
                line={format.range(one.during)}
                end={
                  may('takeBackReason') && (
                    <TakeBack
                      named={`${words.reasons[one.reason]}, ${format.range(one.during)}`}
                      follows={words.follows.reason}
                      seen={reasonVersion}
                      send={(why, seen) => takeBackReason.mutateAsync({ clientId, reasonId: one.id, why, seen })}
                    />
                  )
                }
              />
            ))}
          </Entries>
        </Part>
      )}
      <Part
        title={words.representatives}
        acts={
          may('nameRepresentative') && [
            <Add key="add" label={words.representative} act={() => edit('representative')} />,
          ]
        }
      >
        {lacksRepresentative(client.age, representatives, today) && (
          <p>
            <Tag tone="warning">{words.underAge}</Tag> <span className="muted">{words.lacksRepresentative}</span>
          </p>
        )}
        <Entries>
          {representatives.map((one) => (
            <Entry
              key={one.id}
              title={one.name}
              line={<RepresentativeLine one={one} />}
              end={
                <>
                  {served.includes(one) && <Tag>{words.servedToo}</Tag>}
                  {contains(one.during, today) && isFormerCustodian(one, client.age, today) && (
                    <span className="muted">{words.ofAge}</span>
                  )}
                  {one.phone && <Phone number={one.phone} />}
                  <span className="client-entry-acts">
                    {may('changeRepresentative') && !(reach.protected && reach.address === null) && (
                      <IconEdit label={`${words.edit}: ${one.name}`} act={() => edit({ representative: one })} />
                    )}
                    {may('takeBackRepresentative') && (
                      <TakeBack
                        named={`${one.name}, ${format.range(one.during)}`}
                        follows={words.follows.representative}
                        seen={one.version}
                        send={(why, seen) =>
                          takeBackRepresentative.mutateAsync({ clientId, representativeId: one.id, why, seen })
                        }
                      />
                    )}
                  </span>
                </>
              }
            />
          ))}
        </Entries>
        {representatives.length === 0 && <p className="muted">{words.notKnown}</p>}
      </Part>
      {editing === 'details' && (
        <ChangeDetails client={client} version={version} municipalities={municipalities} close={close} />
      )}
      {editing === 'address' && (
        <ChangeAddress clientId={clientId} address={reach.address} version={reachVersion} close={close} />
      )}
      {editing === 'protect' && <Protect clientId={clientId} close={close} />}
      {editing === 'lift' && <LiftProtection clientId={clientId} version={protectionVersion} close={close} />}
      {editing === 'benefit' && (
        <BenefitForm clientId={clientId} standing={null} mainVersion={mainVersion} close={close} />
      )}
      {editing === 'reason' && (
        <ChangeReason clientId={clientId} reason={reason?.reason ?? null} version={reasonVersion} close={close} />
      )}
      {editing === 'representative' && <RepresentativeForm clientId={clientId} standing={null} close={close} />}
      {typeof editing === 'object' && 'representative' in editing && (
        <RepresentativeForm clientId={clientId} standing={editing.representative} close={close} />
      )}
      {typeof editing === 'object' && 'benefit' in editing && (
        <BenefitForm clientId={clientId} standing={editing.benefit} mainVersion={mainVersion} close={close} />
      )}
    </div>
  );
}

function RepresentativeLine({ one }: { one: Representative }) {
  const words = useTexts(representativeTexts);
  const format = useFormat();
  return (
    <Dotted
      of={[
        words.kinds[one.kind],
        one.covers.map((power) => words.coverNames[power]).join(', '),
        one.powers,
        [one.street, [one.postalCode, one.postOffice].filter(Boolean).join(' ')].filter(Boolean).join(', '),
        one.email,
        format.range(one.during),
      ]}
    />
  );
}

function Part({ title, acts, children }: { title: string; acts: ReactNode; children: ReactNode }) {
  return (
    <section className="client-part" aria-label={title}>
      <div className="client-part-head">
        <h3>{title}</h3>
        <div className="client-part-acts unprinted">{acts}</div>
      </div>
      {children}
    </section>
  );
}

function Edit({ label, act }: { label: string; act: () => void }) {
  return (
    <Button size="small" variant="tertiary" icon={<PencilIcon aria-hidden="true" />} onClick={act}>
      {label}
    </Button>
  );
}

/** Changes one row of several; what it changes is said aloud. */
function IconEdit({ label, act }: { label: string; act: () => void }) {
  return (
    <button type="button" className="icon-button unprinted" title={label} aria-label={label} onClick={act}>
      <PencilIcon aria-hidden="true" />
    </button>
  );
}

function Add({ label, act }: { label: string; act: () => void }) {
  return (
    <Button size="small" variant="tertiary" icon={<PlusIcon aria-hidden="true" />} onClick={act}>
      {label}
    </Button>
  );
}

/** The identity code masked; shown whole on asking, and the audit trail keeps that it was. */
function Identity({ opened: { client, permitted } }: { opened: Opened }) {
  const words = useTexts(clientTexts);
  const toast = useToast();
  const reveal = useDo('identityCode', { changes: [] });
  const code = reveal.data?.identityCode;
  if (!client.identityMasked) return words.identityMissing;
  return (
    <>
      {code ?? client.identityMasked}{' '}
      {client.identityTemporary && <span className="muted">{words.identityTemporary}</span>}
      {!code && permitted.includes('identityCode') && (
        <Button
          size="xsmall"
          variant="tertiary"
          icon={<EyeIcon aria-hidden="true" />}
          loading={reveal.isPending}
          onClick={() => reveal.mutate({ clientId: client.id }, { onError: toast.failed })}
        >
          {words.showIdentity}
        </Button>
      )}
    </>
  );
}
