-- 议定事项. matter_key is the sha-256 of the folded text: identity is meeting date + matter.
CREATE TABLE decision (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  plan_year    SMALLINT      NOT NULL,
  meeting_date DATE          NOT NULL,
  matter       VARCHAR(4000) NOT NULL,
  matter_key   CHAR(64)      NOT NULL,
  lead_unit_id BIGINT        NOT NULL,
  assisting    VARCHAR(4000) NULL,
  due          DATE          NOT NULL,
  status       VARCHAR(16)   NOT NULL,
  progress     VARCHAR(4000) NULL,
  sort_order   INT           NOT NULL,
  version      INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT decision_uq UNIQUE (plan_year, meeting_date, matter_key),
  CONSTRAINT decision_year_fk FOREIGN KEY (plan_year) REFERENCES plan_year (plan_year),
  CONSTRAINT decision_lead_fk FOREIGN KEY (lead_unit_id) REFERENCES unit (id),
  CONSTRAINT decision_status_ck CHECK (status IN
    ('NOT_ASSIGNED', 'ASSIGNED', 'SIGNED', 'IN_PROGRESS', 'LAGGING', 'TO_VERIFY', 'CLOSED', 'SUPERVISED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 堵点 of a phase. responsible_name may be an outside body.
CREATE TABLE blocker (
  id               BIGINT         NOT NULL AUTO_INCREMENT,
  phase_id         BIGINT         NOT NULL,
  problem          VARCHAR(4000)  NOT NULL,
  problem_key      CHAR(64)       NOT NULL,
  cause            VARCHAR(24)    NULL,
  responsible_name VARCHAR(255)   NOT NULL,
  responsible_id   BIGINT         NULL,
  raised_on        DATE           NOT NULL,
  due              DATE           NULL,
  target_id        BIGINT         NULL,
  quantity         DECIMAL(24, 6) NULL,
  approx           BOOLEAN        NOT NULL DEFAULT FALSE,
  status           VARCHAR(16)    NOT NULL,
  sort_order       INT            NOT NULL,
  version          INT            NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT blocker_uq UNIQUE (phase_id, problem_key),
  CONSTRAINT blocker_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT blocker_unit_fk FOREIGN KEY (responsible_id) REFERENCES unit (id),
  CONSTRAINT blocker_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT blocker_cause_ck CHECK (cause IN ('OWN_BUREAU', 'OTHER_UNIT', 'ENTERPRISE', 'POLICY', 'FUNDS', 'OTHER')),
  CONSTRAINT blocker_status_ck CHECK (status IN ('OPEN', 'COORDINATING', 'RESOLVED', 'CLOSED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
