-- Walls: what an open screen shows. scope_kind WHOLE, STREET or DEPARTMENT; scope_unit_id for the latter two. plan_year null: the usual year.
CREATE TABLE wall (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  name          VARCHAR(64)  NOT NULL,
  name_key      VARCHAR(64)  NOT NULL,
  title         VARCHAR(64)  NOT NULL,
  scope_kind    VARCHAR(16)  NOT NULL,
  scope_unit_id BIGINT       NULL,
  plan_year     SMALLINT     NULL,
  logo_type     VARCHAR(32)  NULL,
  logo          MEDIUMBLOB   NULL,
  logo_hash     CHAR(64)     NULL,
  version       INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT wall_name_uq UNIQUE (name_key),
  CONSTRAINT wall_scope_unit_fk FOREIGN KEY (scope_unit_id) REFERENCES unit (id),
  CONSTRAINT wall_scope_ck CHECK (scope_kind IN ('WHOLE', 'STREET', 'DEPARTMENT'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The pages of a wall in order. shown_from and shown_until: minutes of the day, both null: always; from > until: over midnight.
CREATE TABLE wall_page (
  wall_id       BIGINT      NOT NULL,
  place         INT         NOT NULL,
  kind          VARCHAR(24) NOT NULL,
  dwell_seconds INT         NOT NULL,
  shown_from    SMALLINT    NULL,
  shown_until   SMALLINT    NULL,
  PRIMARY KEY (wall_id, place),
  CONSTRAINT wall_page_wall_fk FOREIGN KEY (wall_id) REFERENCES wall (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Paired screens. token_hash is null between the administrator's confirmation and the screen's first word.
CREATE TABLE wall_screen (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  name         VARCHAR(64) NOT NULL,
  wall_id      BIGINT      NOT NULL,
  token_hash   CHAR(64)    NULL,
  canvas       VARCHAR(32) NULL,
  address      VARCHAR(64) NULL,
  paired_at    DATETIME(6) NOT NULL,
  paired_by    VARCHAR(64) NOT NULL,
  last_seen_at DATETIME(6) NULL,
  revoked_at   DATETIME(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT wall_screen_token_uq UNIQUE (token_hash),
  CONSTRAINT wall_screen_wall_fk FOREIGN KEY (wall_id) REFERENCES wall (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A code on a television that waits for an administrator. The ticket is what only that television knows.
CREATE TABLE wall_pairing (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  code        CHAR(8)     NOT NULL,
  ticket_hash CHAR(64)    NOT NULL,
  address     VARCHAR(64) NOT NULL,
  asked_at    DATETIME(6) NOT NULL,
  expires_at  DATETIME(6) NOT NULL,
  screen_id   BIGINT      NULL,
  PRIMARY KEY (id),
  CONSTRAINT wall_pairing_code_uq UNIQUE (code),
  CONSTRAINT wall_pairing_ticket_uq UNIQUE (ticket_hash),
  CONSTRAINT wall_pairing_screen_fk FOREIGN KEY (screen_id) REFERENCES wall_screen (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
