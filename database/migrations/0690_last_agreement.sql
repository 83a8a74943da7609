-- A coach's day looks for the last agreement about each placement: it is the first entry of an index, where all were read and sorted.
create index on agreement_agreement (placement_id, lower(during));
