-- 批准 is a scope of tokens too: without it the bootstrap token, which has every scope, could not be written.
-- [jooq ignore start]
ALTER TABLE api_token_scope DROP CONSTRAINT api_token_scope_ck;
ALTER TABLE api_token_scope ADD CONSTRAINT api_token_scope_ck CHECK (scope IN
    ('read', 'import', 'plan', 'recognise', 'report', 'approve', 'operate', 'administer'));
-- [jooq ignore stop]
