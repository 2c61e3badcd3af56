-- Of one user, the latest first; whoever removes a user looks for the attempts, too.
create index platform_user_login_attempt_user on platform_user_login_attempt (user_id, created_at, id);
create index platform_user_login_attempt_name on platform_user_login_attempt (username, created_at, id);
