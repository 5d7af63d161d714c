-- Scoring rules (semantics §13). Version 1 is the one that ships with the product and has no row; a version that was once active is
-- never changed. applies_to lists unit kinds. A rule without points scores by its bands; a band without credit gives the value itself.
CREATE TABLE score_rule_set (
  rule_version INT           NOT NULL,
  name         VARCHAR(64)   NOT NULL,
  state        VARCHAR(16)   NOT NULL,
  created_by   VARCHAR(64)   NOT NULL,
  created_at   DATETIME(6)   NOT NULL,
  activated_by VARCHAR(64)   NULL,
  activated_at DATETIME(6)   NULL,
  version      INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (rule_version),
  CONSTRAINT score_rule_set_state_ck CHECK (state IN ('DRAFT', 'ACTIVE', 'RETIRED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE score_part (
  rule_version INT            NOT NULL,
  position     INT            NOT NULL,
  name         VARCHAR(64)    NOT NULL,
  kind         VARCHAR(16)    NOT NULL,
  points       DECIMAL(12, 6) NOT NULL,
  least_due    INT            NOT NULL,
  PRIMARY KEY (rule_version, position),
  CONSTRAINT score_part_set_fk FOREIGN KEY (rule_version) REFERENCES score_rule_set (rule_version),
  CONSTRAINT score_part_kind_ck CHECK (kind IN ('BASE', 'BONUS', 'DEDUCTION'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE score_rule (
  rule_version  INT            NOT NULL,
  part_position INT            NOT NULL,
  position      INT            NOT NULL,
  name          VARCHAR(64)    NOT NULL,
  measure       VARCHAR(32)    NOT NULL,
  applies_to    VARCHAR(64)    NOT NULL,
  points        DECIMAL(12, 6) NULL,
  absent_credit DECIMAL(12, 6) NULL,
  PRIMARY KEY (rule_version, part_position, position),
  CONSTRAINT score_rule_part_fk FOREIGN KEY (rule_version, part_position) REFERENCES score_part (rule_version, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE score_band (
  rule_version  INT            NOT NULL,
  part_position INT            NOT NULL,
  rule_position INT            NOT NULL,
  position      INT            NOT NULL,
  from_value    DECIMAL(24, 6) NULL,
  to_value      DECIMAL(24, 6) NULL,
  credit        DECIMAL(12, 6) NULL,
  PRIMARY KEY (rule_version, part_position, rule_position, position),
  CONSTRAINT score_band_rule_fk FOREIGN KEY (rule_version, part_position, rule_position)
    REFERENCES score_rule (rule_version, part_position, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The first draft score of a unit in a month: what the draft was when the units first saw it. The draft itself is worked out anew.
CREATE TABLE score_draft (
  plan_year SMALLINT       NOT NULL,
  month     TINYINT        NOT NULL,
  unit_id   BIGINT         NOT NULL,
  score     DECIMAL(12, 2) NULL,
  place     INT            NULL,
  drawn_at  DATETIME(6)    NOT NULL,
  PRIMARY KEY (plan_year, month, unit_id),
  CONSTRAINT score_draft_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 异议: hangs on an item of a unit's draft.
CREATE TABLE score_objection (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  plan_year   SMALLINT      NOT NULL,
  month       TINYINT       NOT NULL,
  unit_id     BIGINT        NOT NULL,
  part        VARCHAR(64)   NOT NULL,
  item_key    VARCHAR(190)  NOT NULL,
  item        VARCHAR(1000) NOT NULL,
  grounds     VARCHAR(2000) NOT NULL,
  raised_by   VARCHAR(64)   NOT NULL,
  raised_at   DATETIME(6)   NOT NULL,
  state       VARCHAR(16)   NOT NULL,
  answer      VARCHAR(2000) NULL,
  answered_by VARCHAR(64)   NULL,
  answered_at DATETIME(6)   NULL,
  version     INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT score_objection_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT score_objection_state_ck CHECK (state IN ('OPEN', 'ACCEPTED', 'REJECTED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX score_objection_month_ix ON score_objection (plan_year, month, unit_id);

-- A visible correction of a draft: of an item, by an accepted objection, or 主动补位 given by hand. Rows are only added.
CREATE TABLE score_correction (
  id           BIGINT         NOT NULL AUTO_INCREMENT,
  plan_year    SMALLINT       NOT NULL,
  month        TINYINT        NOT NULL,
  unit_id      BIGINT         NOT NULL,
  part         VARCHAR(64)    NOT NULL,
  item_key     VARCHAR(190)   NOT NULL,
  item         VARCHAR(1000)  NOT NULL,
  points       DECIMAL(12, 6) NOT NULL,
  reason       VARCHAR(2000)  NOT NULL,
  objection_id BIGINT         NULL,
  recorded_by  VARCHAR(64)    NOT NULL,
  recorded_at  DATETIME(6)    NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT score_correction_objection_uq UNIQUE (objection_id),
  CONSTRAINT score_correction_objection_fk FOREIGN KEY (objection_id) REFERENCES score_objection (id),
  CONSTRAINT score_correction_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX score_correction_month_ix ON score_correction (plan_year, month, unit_id);

-- 快照: what was published, for ever. Rows are only added. Snapshots are chained in the order of their publication: place counts
-- them from 1, hash is the SHA-256 over previous_hash, the head and the hashes of all rows.
CREATE TABLE month_snapshot (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  place         BIGINT      NOT NULL,
  plan_year     SMALLINT    NOT NULL,
  month         TINYINT     NOT NULL,
  edition       INT         NOT NULL,
  cut_off       DATE        NOT NULL,
  published_at  DATETIME(6) NOT NULL,
  known_at      DATETIME(6) NOT NULL,
  published_by  VARCHAR(64) NOT NULL,
  rule_version  INT         NOT NULL,
  row_count     INT         NOT NULL,
  previous_hash CHAR(64)    NOT NULL,
  hash          CHAR(64)    NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT month_snapshot_place_uq UNIQUE (place),
  CONSTRAINT month_snapshot_edition_uq UNIQUE (plan_year, month, edition)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE month_snapshot_row (
  snapshot_id BIGINT       NOT NULL,
  position    INT          NOT NULL,
  kind        VARCHAR(24)  NOT NULL,
  row_key     VARCHAR(255) NOT NULL,
  content     MEDIUMTEXT   NOT NULL,
  row_hash    CHAR(64)     NOT NULL,
  PRIMARY KEY (snapshot_id, position),
  CONSTRAINT month_snapshot_row_fk FOREIGN KEY (snapshot_id) REFERENCES month_snapshot (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
