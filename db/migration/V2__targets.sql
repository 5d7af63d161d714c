-- 指标: what the city asks for in a year. Values live in dated versions, never here.
CREATE TABLE target (
  id           BIGINT         NOT NULL AUTO_INCREMENT,
  plan_year    SMALLINT       NOT NULL,
  code         VARCHAR(64)    NOT NULL,
  code_key     VARCHAR(64)    NOT NULL,
  name         VARCHAR(255)   NOT NULL,
  unit         VARCHAR(32)    NOT NULL,
  kind         VARCHAR(16)    NOT NULL,
  direction    VARCHAR(8)     NOT NULL,
  base_value   DECIMAL(24, 6) NULL,
  pace         VARCHAR(32)    NOT NULL,
  lead_unit_id BIGINT         NOT NULL,
  leader_name  VARCHAR(64)    NULL,
  source       VARCHAR(255)   NULL,
  definition   TEXT           NULL,
  weight       DECIMAL(24, 6) NULL,
  parent_id    BIGINT         NULL,
  of_which     VARCHAR(16)    NULL,
  sort_order   INT            NOT NULL,
  version      INT            NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT target_code_uq UNIQUE (plan_year, code_key),
  CONSTRAINT target_year_fk FOREIGN KEY (plan_year) REFERENCES plan_year (plan_year),
  CONSTRAINT target_lead_fk FOREIGN KEY (lead_unit_id) REFERENCES unit (id),
  CONSTRAINT target_parent_fk FOREIGN KEY (parent_id) REFERENCES target (id),
  CONSTRAINT target_kind_ck CHECK (kind IN ('FLOW', 'STOCK', 'RATIO', 'MILESTONE')),
  CONSTRAINT target_direction_ck CHECK (direction IN ('UP', 'DOWN')),
  CONSTRAINT target_pace_ck CHECK (pace IN ('MONTH_LINEAR', 'DAY_LINEAR', 'PLAN_CURVE', 'PLAN_CURVE_INTERPOLATED', 'NODE')),
  CONSTRAINT target_of_which_ck CHECK (of_which IN ('PARTITION', 'SUBSET')),
  CONSTRAINT target_parent_ck CHECK ((parent_id IS NULL AND of_which IS NULL) OR (parent_id IS NOT NULL AND of_which IS NOT NULL)),
  CONSTRAINT target_weight_ck CHECK (weight >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A dated value of a target. Rows are only added. In force: latest effective_from, then later status, then later row.
-- A NULL value says: 预计, no figure yet.
CREATE TABLE target_version (
  id             BIGINT         NOT NULL AUTO_INCREMENT,
  target_id      BIGINT         NOT NULL,
  status         VARCHAR(16)    NOT NULL,
  value          DECIMAL(24, 6) NULL,
  approx         BOOLEAN        NOT NULL DEFAULT FALSE,
  doc_no         VARCHAR(255)   NULL,
  effective_from DATE           NOT NULL,
  reason         VARCHAR(1000)  NULL,
  approved_by    VARCHAR(64)    NULL,
  import_id      BIGINT         NULL,
  recorded_by    VARCHAR(64)    NOT NULL,
  recorded_at    DATETIME(6)    NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT target_version_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT target_version_status_ck CHECK (status IN ('PROVISIONAL', 'CONFIRMED', 'ADJUSTED')),
  CONSTRAINT target_version_value_ck CHECK (value >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX target_version_force_ix ON target_version (target_id, effective_from);

-- The cumulative monthly plan as written; a month without a row keeps the month before.
CREATE TABLE target_plan (
  target_id  BIGINT         NOT NULL,
  month      TINYINT        NOT NULL,
  cumulative DECIMAL(24, 6) NOT NULL,
  PRIMARY KEY (target_id, month),
  CONSTRAINT target_plan_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT target_plan_month_ck CHECK (month BETWEEN 1 AND 12)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 目标分解: the part of a target that a street or department answers for.
CREATE TABLE allocation (
  target_id BIGINT         NOT NULL,
  unit_id   BIGINT         NOT NULL,
  value     DECIMAL(24, 6) NOT NULL,
  approx    BOOLEAN        NOT NULL DEFAULT FALSE,
  PRIMARY KEY (target_id, unit_id),
  CONSTRAINT allocation_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT allocation_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT allocation_value_ck CHECK (value >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
