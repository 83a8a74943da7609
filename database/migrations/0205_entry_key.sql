-- The key by which the server proves who asks: it reads the key as the owner when it starts, and the application's role reads it never.
-- Two halves as an HMAC takes them (RFC 2104): what is hashed first begins with the one, the hash of it with the other.
create table platform_entry_key (
  id boolean primary key default true check (id),
  key bytea not null check (length(key) = 64),
  inner_half bytea not null,
  outer_half bytea not null
);

do $$
declare
  key bytea := gen_random_bytes(64);
  inner_half bytea := key;
  outer_half bytea := key;
begin
  for n in 0..63 loop
    inner_half := set_byte(inner_half, n, get_byte(key, n) # 54);
    outer_half := set_byte(outer_half, n, get_byte(key, n) # 92);
  end loop;
  insert into platform_entry_key (key, inner_half, outer_half) values (key, inner_half, outer_half);
end $$;

-- The doors ask for a proof from here on: those without one are gone.
do $$
declare
  door regprocedure;
begin
  for door in
    select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace
      and p.proname ~ '^(accounts?_|sessions?_|passkeys?_|challenge_take$|app_audit$|app_session$|app_enter$|app_find_clients$)'
      and p.proname <> 'account_must_be_ours'
  loop
    execute format('drop function %s', door);
  end loop;
end $$;
