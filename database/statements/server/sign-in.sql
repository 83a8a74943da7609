-- accounts.ts accountsOf 72dfde0b
-- workerId uuid, username text, waitsUntil text or null, mustChange boolean
select worker_id as "workerId", username, waits_until as "waitsUntil", must_change as "mustChange"
    from accounts_of($1);

-- accounts.ts openAccountFor 3d707af5
-- records
select account_add($1, $2, $3);

-- accounts.ts renewPassword aaf259ad
-- records
select account_renew($1, $2);

-- accounts.ts unlock c9ba5fdf
-- records
select account_unlock($1);

-- accounts.ts ownerOf 47644015
-- workerId uuid, organiserId uuid
select worker_id as "workerId", organiser_id as "organiserId" from account_of($1);

-- accounts.ts mustKnowPassword 24c3d22b
-- username text, password_hash text
select username, password_hash from account_of_session($1);

-- accounts.ts changePassword e09165c5
-- records
select account_change_password($1, $2);

-- codes.ts takesCode a7ce4f62
-- taken boolean
select account_take_code($1, $2, $3) as taken;

-- codes.ts accountOf cd097624
-- id uuid, username text, code_cipher bytes or null, confirmed boolean
select id, username, code_cipher, confirmed from account_of_session($1);

-- codes.ts newCodes e879812d
-- records
select account_change_codes($1, $2);

-- codes.ts endCodes d940d6ce
-- records
select account_change_codes($1, null);

-- passkeys.ts takeChallenge 6d1adf11
-- taken boolean
select challenge_take($1, $2) as taken;

-- passkeys.ts passkeyRows 3c1d2ede
-- id uuid, name text, madeAt text, usedAt text or null, credentialId bytes, transports list
select id, name, made_at as "madeAt", used_at as "usedAt", credential_id as "credentialId", transports
    from passkeys_of_session($1);

-- passkeys.ts askNewPasskey fd7e94ee
-- id uuid, username text
select id, username from account_of_session($1);

-- passkeys.ts addPasskey 8c832d6a
-- added boolean
select passkey_add($1, $2, $3, $4,
      $5::text[], $6) as added;

-- passkeys.ts removePasskey 92c0410c
-- removed boolean
select passkey_remove($1, $2) as removed;

-- passkeys.ts askPasskeyOf ac7bedf7
-- credentialId bytes, transports list
select credential_id as "credentialId", transports from passkeys_of_account($1);

-- passkeys.ts ownerOfPasskey 5d26beeb
-- accountId uuid, username text, workerId uuid, organiserId uuid, publicKey bytes, counter number
select account_id as "accountId", username, worker_id as "workerId", organiser_id as "organiserId", public_key as "publicKey", counter
    from passkey_of($1);

-- passkeys.ts takesPasskey 51a68e86
-- records
select passkey_use($1, $2);

-- provider.ts accountOfProvider 0da645f9
-- id uuid or null
select account_of_provider($1, $2) as id;

-- provider.ts allowRoles 8efad06e
-- records
select session_allow($1, $2::text[]);

-- provider.ts isOfProvider 89431463
-- so boolean or null
select session_of_provider($1) as so;

-- sign-in.ts tryOnce 5995c8f6
-- id uuid, password_hash text, code_cipher bytes or null, has_passkey boolean
select id, password_hash, code_cipher, has_passkey from account_of($1);

-- sign-in.ts openSession ccc3523b
-- records
select session_open($1, $2, $3, $4);

-- sign-in.ts signOut 6d740903
-- records
select session_end($1);

-- sign-in.ts secondsLeft 4fb2d491
-- left number
select session_seconds_left($1) as left;

-- sign-in.ts chooseLanguage 4fce7806
-- records
select session_language($1, $2);

-- sign-in.ts ownSessions 0567f86d
-- id uuid, runsIn text or null, startedAt text, seenAt text, this boolean
select id, runs_in as "runsIn", started_at as "startedAt", seen_at as "seenAt", this from sessions_beside($1);

-- sign-in.ts endSessions 87653367
-- ended number
select session_end_beside($1, $2) as ended;

-- sign-in.ts whoIs 85b032b3
-- worker_id uuid, organiser_id uuid, code text, name text, roles list, language text, must_change boolean, has_codes boolean
select * from app_session($1, $2, $3);

-- tries.ts waitFor ade37007
-- wait number
select account_try($1, $2::text[], $3, $4,
      $5, $6) as wait;

-- tries.ts forgetTries 32bddf4a
-- records
select account_forget_tries($1, $2::text[]);
