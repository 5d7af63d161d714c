-- 项目: identity over the years. What is counted is the phase.
CREATE TABLE project (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  code     VARCHAR(64)  NOT NULL,
  code_key VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT project_code_uq UNIQUE (code_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 分期 within a plan year: the atom of counting. A project that goes on next year gets new phase rows there.
CREATE TABLE phase (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  project_id   BIGINT        NOT NULL,
  plan_year    SMALLINT      NOT NULL,
  name         VARCHAR(64)   NOT NULL,
  name_key     VARCHAR(64)   NOT NULL,
  project_name VARCHAR(255)  NOT NULL,
  category     VARCHAR(24)   NOT NULL,
  nature       VARCHAR(16)   NOT NULL,
  lead_unit_id BIGINT        NOT NULL,
  leader_name  VARCHAR(64)   NULL,
  owner_name   VARCHAR(64)   NOT NULL,
  owner_id     BIGINT        NULL,
  implementer  VARCHAR(255)  NULL,
  remark       TEXT          NULL,
  starts_on    DATE          NULL,
  sort_order   INT           NOT NULL,
  version      INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT phase_name_uq UNIQUE (project_id, plan_year, name_key),
  CONSTRAINT phase_project_fk FOREIGN KEY (project_id) REFERENCES project (id),
  CONSTRAINT phase_year_fk FOREIGN KEY (plan_year) REFERENCES plan_year (plan_year),
  CONSTRAINT phase_lead_fk FOREIGN KEY (lead_unit_id) REFERENCES unit (id),
  CONSTRAINT phase_owner_fk FOREIGN KEY (owner_id) REFERENCES person (id),
  CONSTRAINT phase_category_ck CHECK (category IN ('RENEWAL', 'LAND_PREPARATION', 'IMPROVEMENT', 'PUBLIC_FACILITY', 'OTHER')),
  CONSTRAINT phase_nature_ck CHECK (nature IN ('PLANNED', 'RESERVE', 'EXTRA'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX phase_year_ix ON phase (plan_year, lead_unit_id);

-- 配合单位: our own units, or outside bodies by name only.
CREATE TABLE phase_assist (
  phase_id  BIGINT      NOT NULL,
  position  INT         NOT NULL,
  unit_id   BIGINT      NULL,
  name      VARCHAR(255) NOT NULL,
  PRIMARY KEY (phase_id, position),
  CONSTRAINT phase_assist_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT phase_assist_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 街道占比, effective-dated: the set with the latest effective_from on or before a date is the one of that date. Sums to 1.
CREATE TABLE phase_share (
  phase_id       BIGINT          NOT NULL,
  effective_from DATE            NOT NULL,
  street_id      BIGINT          NOT NULL,
  position       INT             NOT NULL,
  share          DECIMAL(16, 12) NOT NULL,
  PRIMARY KEY (phase_id, effective_from, street_id),
  CONSTRAINT phase_share_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT phase_share_street_fk FOREIGN KEY (street_id) REFERENCES unit (id),
  CONSTRAINT phase_share_ck CHECK (share > 0 AND share <= 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 节点. target_id and quantity say what completing it recognises (计入指标, 计入数量), in the unit of the target.
CREATE TABLE node (
  id            BIGINT         NOT NULL AUTO_INCREMENT,
  phase_id      BIGINT         NOT NULL,
  name          VARCHAR(255)   NOT NULL,
  name_key      VARCHAR(255)   NOT NULL,
  planned       DATE           NOT NULL,
  forecast      DATE           NULL,
  actual        DATE           NULL,
  owner_name    VARCHAR(64)    NULL,
  owner_id      BIGINT         NULL,
  weight        DECIMAL(24, 6) NULL,
  duration_days INT            NULL,
  target_id     BIGINT         NULL,
  quantity      DECIMAL(24, 6) NULL,
  approx        BOOLEAN        NOT NULL DEFAULT FALSE,
  basis         TEXT           NULL,
  sort_order    INT            NOT NULL,
  version       INT            NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT node_name_uq UNIQUE (phase_id, name_key),
  CONSTRAINT node_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT node_owner_fk FOREIGN KEY (owner_id) REFERENCES person (id),
  CONSTRAINT node_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT node_weight_ck CHECK (weight >= 0),
  CONSTRAINT node_duration_ck CHECK (duration_days >= 0),
  CONSTRAINT node_quantity_ck CHECK (quantity >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX node_target_ix ON node (target_id, planned);

CREATE TABLE node_predecessor (
  node_id        BIGINT NOT NULL,
  predecessor_id BIGINT NOT NULL,
  PRIMARY KEY (node_id, predecessor_id),
  CONSTRAINT node_predecessor_node_fk FOREIGN KEY (node_id) REFERENCES node (id),
  CONSTRAINT node_predecessor_pred_fk FOREIGN KEY (predecessor_id) REFERENCES node (id),
  CONSTRAINT node_predecessor_ck CHECK (node_id <> predecessor_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
