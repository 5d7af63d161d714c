-- 批准 is a permission of its own: a token may have it, and the token with every scope has it.
ALTER TABLE api_token_scope DROP CONSTRAINT api_token_scope_ck;
ALTER TABLE api_token_scope ADD CONSTRAINT api_token_scope_ck CHECK (scope IN
  ('read', 'import', 'plan', 'recognise', 'report', 'approve', 'operate', 'administer'));
-- [jooq ignore start]
INSERT INTO api_token_scope (token_id, scope)
SELECT id, 'approve' FROM api_token WHERE name = 'bootstrap' AND owner_id IS NULL;
-- [jooq ignore stop]
