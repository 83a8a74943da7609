-- What a change was answered may be half of a password, and what was sent may hold an identity code: the answer is kept sealed by the
-- secret key, and its sum is made with that key. What stands here in plain words is forgotten: whoever sends such a change again is told that its key was used.
update platform_gesture set answer = null, input_hash = '' where answer is not null;
alter table platform_gesture add constraint platform_gesture_sealed check (answer is null or jsonb_typeof(answer -> 'sealed') = 'string');
