-- Units, people and the working calendar. Names are matched by their folded key (workbook.md), so the key is unique, not the spelling.
CREATE TABLE unit (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  name       VARCHAR(64)  NOT NULL,
  name_key   VARCHAR(64)  NOT NULL,
  kind       VARCHAR(16)  NOT NULL,
  parent_id  BIGINT       NULL,
  sort_order INT          NULL,
  version    INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT unit_name_uq UNIQUE (name_key),
  CONSTRAINT unit_parent_fk FOREIGN KEY (parent_id) REFERENCES unit (id),
  CONSTRAINT unit_kind_ck CHECK (kind IN ('DISTRICT', 'STREET', 'DEPARTMENT', 'TASK_FORCE'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- identity_key: 'a:' + account where there is one, else 'n:' + name_key + '@' + unit id.
CREATE TABLE person (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  name         VARCHAR(64)  NOT NULL,
  name_key     VARCHAR(64)  NOT NULL,
  account      VARCHAR(64)  NULL,
  identity_key VARCHAR(160) NOT NULL,
  unit_id      BIGINT       NOT NULL,
  position     VARCHAR(24)  NULL,
  phone        VARCHAR(32)  NULL,
  email        VARCHAR(128) NULL,
  active       BOOLEAN      NOT NULL DEFAULT TRUE,
  version      INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT person_identity_uq UNIQUE (identity_key),
  CONSTRAINT person_account_uq UNIQUE (account),
  CONSTRAINT person_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT person_position_ck CHECK (position IN
    ('BUREAU_LEADER', 'DEPARTMENT_HEAD', 'OFFICER', 'STREET_LIAISON', 'SUPERVISOR'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX person_name_ix ON person (name_key);

-- Days that differ from "Monday to Friday works": statutory holidays (off) and 调休 make-up days (not off).
CREATE TABLE calendar_day (
  day     DATE        NOT NULL,
  off     BOOLEAN     NOT NULL,
  name    VARCHAR(32) NOT NULL,
  PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A plan year. DRAFT 编制, ACTIVE 执行, ARCHIVED 归档.
CREATE TABLE plan_year (
  plan_year  SMALLINT    NOT NULL,
  state      VARCHAR(16) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version    INT         NOT NULL DEFAULT 1,
  PRIMARY KEY (plan_year),
  CONSTRAINT plan_year_state_ck CHECK (state IN ('DRAFT', 'ACTIVE', 'ARCHIVED')),
  CONSTRAINT plan_year_range_ck CHECK (plan_year BETWEEN 2000 AND 2100)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row a business change: what the wall follows (also from other servers) and what tells whether anything was built on an import.
CREATE TABLE change_log (
  seq         BIGINT      NOT NULL AUTO_INCREMENT,
  plan_year   SMALLINT    NULL,
  kind        VARCHAR(32) NOT NULL,
  subject     VARCHAR(96) NOT NULL,
  import_id   BIGINT      NULL,
  actor       VARCHAR(64) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX change_log_year_ix ON change_log (plan_year, seq);
