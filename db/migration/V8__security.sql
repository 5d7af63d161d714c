-- Accounts, links used once, tokens of programs, and the audit trail. Nothing that opens a door is stored in the clear.
CREATE TABLE user_account (
  id                  BIGINT       NOT NULL AUTO_INCREMENT,
  username            VARCHAR(64)  NOT NULL,
  username_key        VARCHAR(64)  NOT NULL,
  display_name        VARCHAR(64)  NOT NULL,
  person_id           BIGINT       NULL,
  password_hash       VARCHAR(100) NULL,
  password_changed_at DATETIME(6)  NULL,
  enabled             BOOLEAN      NOT NULL DEFAULT TRUE,
  stamp               INT          NOT NULL DEFAULT 1,
  last_sign_in_at     DATETIME(6)  NULL,
  created_at          DATETIME(6)  NOT NULL,
  created_by          VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT user_account_name_uq UNIQUE (username_key),
  CONSTRAINT user_account_person_uq UNIQUE (person_id),
  CONSTRAINT user_account_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE user_role (
  account_id BIGINT      NOT NULL,
  role       VARCHAR(24) NOT NULL,
  PRIMARY KEY (account_id, role),
  CONSTRAINT user_role_account_fk FOREIGN KEY (account_id) REFERENCES user_account (id),
  CONSTRAINT user_role_ck CHECK (role IN
    ('BUREAU_LEADER', 'DEPARTMENT_HEAD', 'OFFICER', 'STREET_LIAISON', 'SUPERVISOR', 'ADMIN'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A link that sets a password, once. account_id NULL: the link that makes the first administrator. token_hash is sha-256.
CREATE TABLE account_link (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  account_id BIGINT      NULL,
  token_hash CHAR(64)    NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at    DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT account_link_token_uq UNIQUE (token_hash),
  CONSTRAINT account_link_account_fk FOREIGN KEY (account_id) REFERENCES user_account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Failed sign-ins by the name that was typed ('a:' + folded name, whether there is such an account or not) and by where from
-- ('s:' + address). A row goes when a sign-in succeeds, and when it is a day old.
CREATE TABLE sign_in_failure (
  subject      VARCHAR(130) NOT NULL,
  failed_count INT          NOT NULL,
  last_at      DATETIME(6)  NOT NULL,
  locked_until DATETIME(6)  NULL,
  PRIMARY KEY (subject)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Tokens of programs. owner_id NULL: the bootstrap token. An owner with a slice lends the token his slice.
CREATE TABLE api_token (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  name         VARCHAR(64) NOT NULL,
  token_hash   CHAR(64)    NOT NULL,
  owner_id     BIGINT      NULL,
  expires_at   DATETIME(6) NULL,
  last_used_at DATETIME(6) NULL,
  revoked_at   DATETIME(6) NULL,
  created_at   DATETIME(6) NOT NULL,
  created_by   VARCHAR(64) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT api_token_name_uq UNIQUE (name),
  CONSTRAINT api_token_hash_uq UNIQUE (token_hash),
  CONSTRAINT api_token_owner_fk FOREIGN KEY (owner_id) REFERENCES user_account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE api_token_scope (
  token_id BIGINT      NOT NULL,
  scope    VARCHAR(16) NOT NULL,
  PRIMARY KEY (token_id, scope),
  CONSTRAINT api_token_scope_token_fk FOREIGN KEY (token_id) REFERENCES api_token (id),
  CONSTRAINT api_token_scope_ck CHECK (scope IN
    ('read', 'import', 'plan', 'recognise', 'report', 'operate', 'administer'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who did what, when, from where, before and after. Rows are only added; each hash covers its row and the hash before it.
CREATE TABLE audit_log (
  seq          BIGINT       NOT NULL,
  at           DATETIME(6)  NOT NULL,
  actor        VARCHAR(80)  NOT NULL,
  source       VARCHAR(64)  NOT NULL,
  action       VARCHAR(64)  NOT NULL,
  subject      VARCHAR(255) NOT NULL,
  before_state MEDIUMTEXT   NULL,
  after_state  MEDIUMTEXT   NULL,
  prev_hash    CHAR(64)     NOT NULL,
  hash         CHAR(64)     NOT NULL,
  PRIMARY KEY (seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX audit_log_actor_ix ON audit_log (actor, seq);
CREATE INDEX audit_log_at_ix ON audit_log (at);

-- The end of the chain: the one row that writers take turns at, and what tells that the tail was cut off. The first writer adds it.
CREATE TABLE audit_head (
  id   TINYINT  NOT NULL,
  seq  BIGINT   NOT NULL,
  hash CHAR(64) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
