-- accounts.ts accountsOf f73c189e
-- workerId uuid, username text, waitsUntil text or null, mustChange boolean, givenAt text or null, givenBy text or null, accountId uuid, askedAt text or null, askedById uuid or null, askedBy text or null, half bytes or null, lost boolean
select worker_id as "workerId", username, waits_until as "waitsUntil", must_change as "mustChange",
      given_at as "givenAt", given_by as "givenBy", account_id as "accountId", asked_at as "askedAt", asked_by_id as "askedById",
      asked_by as "askedBy", half_cipher as half, lost
    from accounts_of($1, $2);

-- accounts.ts openAccountFor 1ca32f08
-- records
select account_add($1, $2, $3, $4);

-- accounts.ts keepHalf a66aeef4
-- records
select account_ask_password($1, $2::bytea, $3,
    $4);

-- accounts.ts setPassword e7494f1d
-- records
select account_renew($1, $2, $3, $4);

-- accounts.ts unlock 81b4ad8a
-- records
select account_unlock($1, $2);

-- accounts.ts ownerOf 9bcdc3d6
-- workerId uuid, organiserId uuid
select worker_id as "workerId", organiser_id as "organiserId" from account_of($1, $2);

-- accounts.ts givenPassword 930ae332
-- at text, by text or null
select given_at as at, given_by as by
    from account_given_of_session($1, $2);

-- accounts.ts usernameOf 91965902
-- username text
select username from account_of_session($1, $2);

-- accounts.ts mustKnowPassword 723e590c
-- username text, password_hash text
select username, password_hash from account_of_session($1, $2);

-- accounts.ts changePassword 43efdc69
-- records
select account_change_password($1, $2, $3);

-- codes.ts takesCode d353312e
-- taken boolean
select account_take_code($1, $2, $3, $4) as taken;

-- codes.ts accountOf 630acf1a
-- id uuid, username text, code_cipher bytes or null, confirmed boolean
select id, username, code_cipher, confirmed from account_of_session($1, $2);

-- codes.ts changeCodes ce958f0d
-- records
select account_change_codes($1, $2, $3);

-- passkeys.ts takeChallenge 1b938554
-- taken boolean
select challenge_take($1, $2, $3) as taken;

-- passkeys.ts passkeyRows dc6bcce6
-- id uuid, name text, madeAt text, usedAt text or null, credentialId bytes, transports list
select id, name, made_at as "madeAt", used_at as "usedAt", credential_id as "credentialId", transports
    from passkeys_of_session($1, $2);

-- passkeys.ts askNewPasskey 20c64c49
-- id uuid, username text
select id, username from account_of_session($1, $2);

-- passkeys.ts addPasskey 45f6fd24
-- added boolean
select passkey_add($1, $2, $3, $4, $5::text[], $6,
      $7) as added;

-- passkeys.ts removePasskey 56b6893b
-- removed boolean
select passkey_remove($1, $2, $3) as removed;

-- passkeys.ts askPasskeyOf 1a2c3110
-- credentialId bytes, transports list
select credential_id as "credentialId", transports from passkeys_of_account($1, $2);

-- passkeys.ts ownerOfPasskey 5e3b1e32
-- accountId uuid, username text, workerId uuid, organiserId uuid, publicKey bytes, counter number
select account_id as "accountId", username, worker_id as "workerId", organiser_id as "organiserId", public_key as "publicKey", counter
    from passkey_of($1, $2);

-- passkeys.ts takesPasskey 72b28a64
-- records
select passkey_use($1, $2, $3);

-- provider.ts accountOfProvider c7aa2df0
-- id uuid or null
select account_of_provider($1, $2, $3) as id;

-- provider.ts allowRoles 80d893f1
-- records
select session_allow($1, $2::text[], $3);

-- provider.ts isOfProvider 76d1b288
-- so boolean or null
select session_of_provider($1, $2) as so;

-- sign-in.ts tryOnce 70640ba9
-- id uuid, password_hash text, code_cipher bytes or null, has_passkey boolean
select id, password_hash, code_cipher, has_passkey from account_of($1, $2);

-- sign-in.ts openSession 00ce7708
-- records
select session_open($1, $2, $3, $4,
    $5);

-- sign-in.ts signOut 71e2c1ec
-- records
select session_end($1, $2);

-- sign-in.ts secondsLeft a08ed9b9
-- left number
select session_seconds_left($1, $2) as left;

-- sign-in.ts chooseLanguage 087b4bc3
-- records
select session_language($1, $2, $3);

-- sign-in.ts ownSessions 369b37e9
-- id uuid, runsIn text or null, startedAt text, seenAt text, this boolean
select id, runs_in as "runsIn", started_at as "startedAt", seen_at as "seenAt", this
    from sessions_beside($1, $2);

-- sign-in.ts endSessions 2b47d04a
-- ended number
select session_end_beside($1, $2, $3) as ended;

-- sign-in.ts whoIs bfd7605e
-- account_id uuid, worker_id uuid, organiser_id uuid, code text, name text, roles list, language text, must_change boolean, has_codes boolean
select * from app_session($1, $2, $3, $4);

-- tries.ts waitFor 4e071fd6
-- wait number
select account_try($1, $2::text[], $3, $4, $5, $6,
      $7) as wait;

-- tries.ts forgetTries a555d27d
-- records
select account_forget_tries($1, $2::text[], $3);

-- tries.ts takeBackTry 5a246d68
-- records
select account_take_back_try($1, $2::text[], $3);
