-- In which language an answer is written, so that it is read aloud as what it is on a page in another. All that is there was written in Finnish:
-- the questionnaires that were taken in are.
alter table description_answer add column language text not null default 'fi' check (language in ('fi', 'sv', 'en'));
alter table description_answer alter column language drop default;
alter table description_answer_history add column language text not null default 'fi';
alter table description_answer_history alter column language drop default;
