/** Where tasks pass to a successor, nothing is left behind unsaid: of each table that is an organiser's it is said what becomes of it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const carrying = readFileSync('database/repeatable/39_succession.sql', 'utf8');
const schema = readFileSync('database/schema.sql', 'utf8');

/** What stays with the organiser under which it happened, or is the successor's own, and why. */
const stays: Readonly<Record<string, string>> = {
  agreement_paper: 'the paper bears the name of the organiser that printed it; one of what goes on is printed anew',
  client_opening: 'who opened whose data is of the trail of whoever kept them then',
  client_visit: 'which clients a worker looked at last is no fact of the client',
  compensation_line: 'what is owed for days of before is paid by whoever owed it',
  compensation_month: 'a month is closed by whoever paid it',
  compensation_sum: 'sums of lines that stay',
  cooperation_link: 'what is agreed with other services is for the successor to agree on',
  description_answer: 'a description is authored by the organiser that it describes',
  description_description: 'a description is authored by the organiser that it describes',
  organiser_area: 'written beside: municipalities that the successor covers already are not covered twice',
  organiser_membership: 'which region an organiser is in is its own',
  organiser_recording_gap: 'what was not recorded is told of days of before',
  organiser_rectification_body: 'the successor has a body of its own',
  organiser_succession: 'the passing on itself',
  phrase_phrase: 'ready reasons are worded by the organiser that decides',
  platform_audit: 'the trail is of whoever acted',
  platform_correction: 'why something was corrected is told where it was',
  platform_session: 'whoever is signed in goes along with the account',
  refusal_notice: 'to whom a refusal to correct was given stays with it',
  refusal_refusal: 'a refusal to correct was given, on its paper, by whoever decided then',
  worker_deciding_right: 'who may decide is for the successor to say anew, by its own rules',
  worker_post_request: 'a post that waits for a second administrator is asked for anew',
};

const ofOrganisers = [...schema.matchAll(/^create table (\w+) \(([\s\S]*?)^\);/gm)].flatMap(
  ([, table = '', columns = '']) =>
    !table.endsWith('_history') && /\b(?:organiser|predecessor)_id\b/.test(columns) ? [table] : [],
);
const carried = new Set([...carrying.matchAll(/platform\.carry\('(\w+)'/g)].map(([, table = '']) => table));

test('each table of an organiser is carried over or stays, and nothing does both', () => {
  expect(ofOrganisers.length).toBeGreaterThan(55);
  const unsaid = ofOrganisers.filter((table) => carried.has(table) === table in stays);
  expect(unsaid).toEqual([]);
});

test('nothing is said of a table that is not there', () => {
  expect([...carried, ...Object.keys(stays)].filter((table) => !ofOrganisers.includes(table))).toEqual([]);
});

test('each table that carrying writes keeps its steps, so that it can be taken back', () => {
  const run = carrying.slice(
    carrying.indexOf('create function carrying_run'),
    carrying.indexOf('-- Keeps each row as it was'),
  );
  const written = [...run.matchAll(/(?:update|delete from|insert into) (\w+_\w+)/g)].map(([, table = '']) => table);
  const apart = /^(?:carrying_|platform_)/;
  const list = carrying.slice(carrying.indexOf('foreach thing in array array['));
  const stepped = new Set([...list.slice(0, list.indexOf(']')).matchAll(/'(\w+)'/g)].map(([, table = '']) => table));
  expect([...carried, ...written].filter((table) => !apart.test(table) && !stepped.has(table))).toEqual([]);
});
