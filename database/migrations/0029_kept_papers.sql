-- Does the paper say where the client lives? Those that stood before are taken to. A kept paper without this mark is shown to
-- nobody from whom the place is hidden: see database/repeatable/20_policies.sql.
alter table decision_letter add column tells_place boolean not null default true;
