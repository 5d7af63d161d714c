-- 按月评估: where each month of a plan year stands. A month without a row is open. REOPENED ends by itself at reopen_until:
-- whoever reads it later reads PUBLISHED.
CREATE TABLE plan_month (
  plan_year       SMALLINT      NOT NULL,
  month           TINYINT       NOT NULL,
  state           VARCHAR(16)   NOT NULL,
  entered_at      DATETIME(6)   NOT NULL,
  entered_by      VARCHAR(64)   NOT NULL,
  objection_until DATETIME(6)   NULL,
  approved_by     VARCHAR(64)   NULL,
  approved_at     DATETIME(6)   NULL,
  published_at    DATETIME(6)   NULL,
  reopened_for    VARCHAR(64)   NULL,
  reopen_scope    VARCHAR(255)  NULL,
  reopen_reason   VARCHAR(1000) NULL,
  reopen_until    DATETIME(6)   NULL,
  version         INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (plan_year, month),
  CONSTRAINT plan_month_year_fk FOREIGN KEY (plan_year) REFERENCES plan_year (plan_year),
  CONSTRAINT plan_month_month_ck CHECK (month BETWEEN 1 AND 12),
  CONSTRAINT plan_month_state_ck CHECK (state IN ('OPEN', 'CUT_OFF', 'REVIEW', 'OBJECTION', 'PUBLISHED', 'REOPENED')),
  CONSTRAINT plan_month_reopen_ck CHECK (state <> 'REOPENED'
    OR (reopened_for IS NOT NULL AND reopen_scope IS NOT NULL AND reopen_reason IS NOT NULL AND reopen_until IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The journal of the steps; note is the reason of a step taken by hand against its checklist, findings what stood against it.
CREATE TABLE plan_month_step (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  plan_year SMALLINT      NOT NULL,
  month     TINYINT       NOT NULL,
  step      VARCHAR(16)   NOT NULL,
  taken_at  DATETIME(6)   NOT NULL,
  taken_by  VARCHAR(64)   NOT NULL,
  note      VARCHAR(1000) NULL,
  findings  VARCHAR(4000) NULL,
  PRIMARY KEY (id),
  CONSTRAINT plan_month_step_month_fk FOREIGN KEY (plan_year, month) REFERENCES plan_month (plan_year, month),
  CONSTRAINT plan_month_step_ck CHECK (step IN ('CUT_OFF', 'REVIEW', 'OBJECTION', 'APPROVE', 'PUBLISH', 'REOPEN'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX plan_month_step_ix ON plan_month_step (plan_year, month, id);
