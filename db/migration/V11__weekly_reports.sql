-- 每周填报: what is asked, what was said, and every step of it. An item is a week, a phase and perhaps a node; week_start is the Monday,
-- node_key is the node or 0 for the phase alone, so that the unique key also holds where there is no node.

-- When a report is due and when its week closes, in Beijing time; moved to the working day before when that day is off (semantics §12).
-- Days 1 (Monday) to 7; one row.
CREATE TABLE week_deadline (
  id           TINYINT NOT NULL,
  due_day      TINYINT NOT NULL,
  due_minute   INT     NOT NULL,
  close_day    TINYINT NOT NULL,
  close_minute INT     NOT NULL,
  version      INT     NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT week_deadline_one_ck CHECK (id = 1),
  CONSTRAINT week_deadline_day_ck CHECK (due_day BETWEEN 1 AND 7 AND close_day BETWEEN 1 AND 7),
  CONSTRAINT week_deadline_minute_ck CHECK (due_minute BETWEEN 0 AND 1439 AND close_minute BETWEEN 0 AND 1439)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Asked for in a week. owner_id NULL: the person who answers has no record.
CREATE TABLE report_request (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  plan_year  SMALLINT      NOT NULL,
  week_start DATE          NOT NULL,
  phase_id   BIGINT        NOT NULL,
  node_key   BIGINT        NOT NULL,
  node_id    BIGINT        NULL,
  owner_id   BIGINT        NULL,
  reason     VARCHAR(1000) NOT NULL,
  asked_by   VARCHAR(64)   NOT NULL,
  asked_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT report_request_uq UNIQUE (week_start, phase_id, node_key),
  CONSTRAINT report_request_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT report_request_node_fk FOREIGN KEY (node_id) REFERENCES node (id),
  CONSTRAINT report_request_owner_fk FOREIGN KEY (owner_id) REFERENCES person (id),
  CONSTRAINT report_request_node_ck CHECK (node_key = COALESCE(node_id, 0))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX report_request_year_ix ON report_request (plan_year, week_start);
CREATE INDEX report_request_owner_ix ON report_request (owner_id, week_start);

-- 周报: one an item. Quantities are cumulative, in the unit of target_id. DRAFT: taken back by its author.
-- recognised: what the ledger confirmed for the phase and target when it was approved, claimed beside it in cumulative.
CREATE TABLE weekly_report (
  id             BIGINT         NOT NULL AUTO_INCREMENT,
  plan_year      SMALLINT       NOT NULL,
  week_start     DATE           NOT NULL,
  phase_id       BIGINT         NOT NULL,
  node_key       BIGINT         NOT NULL,
  node_id        BIGINT         NULL,
  state          VARCHAR(16)    NOT NULL,
  target_id      BIGINT         NULL,
  cumulative     DECIMAL(24, 6) NULL,
  denominator    DECIMAL(24, 6) NULL,
  completed_on   DATE           NULL,
  evidence       VARCHAR(1000)  NULL,
  reason         TEXT           NULL,
  progress       TEXT           NULL,
  next_steps     TEXT           NULL,
  difficulty     TEXT           NULL,
  forecast       DATE           NULL,
  no_change      BOOLEAN        NOT NULL,
  submitted_by   VARCHAR(80)    NOT NULL,
  submitted_at   DATETIME(6)    NOT NULL,
  reviewed_by    VARCHAR(80)    NULL,
  reviewed_at    DATETIME(6)    NULL,
  return_reason  TEXT           NULL,
  returned_times INT            NOT NULL DEFAULT 0,
  recognised     DECIMAL(24, 6) NULL,
  recognition_id BIGINT         NULL,
  version        INT            NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT weekly_report_uq UNIQUE (week_start, phase_id, node_key),
  CONSTRAINT weekly_report_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT weekly_report_node_fk FOREIGN KEY (node_id) REFERENCES node (id),
  CONSTRAINT weekly_report_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT weekly_report_recognition_fk FOREIGN KEY (recognition_id) REFERENCES recognition (id),
  CONSTRAINT weekly_report_state_ck CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')),
  CONSTRAINT weekly_report_node_ck CHECK (node_key = COALESCE(node_id, 0)),
  CONSTRAINT weekly_report_cumulative_ck CHECK (cumulative IS NULL OR target_id IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX weekly_report_year_ix ON weekly_report (plan_year, week_start);
CREATE INDEX weekly_report_item_ix ON weekly_report (phase_id, node_key, week_start);
CREATE INDEX weekly_report_state_ix ON weekly_report (state, week_start);

-- Every step of a report, as it was then. Rows are only added: this is its history and its timeline.
CREATE TABLE report_step (
  id             BIGINT         NOT NULL AUTO_INCREMENT,
  week_start     DATE           NOT NULL,
  phase_id       BIGINT         NOT NULL,
  node_key       BIGINT         NOT NULL,
  action         VARCHAR(16)    NOT NULL,
  version        INT            NOT NULL,
  cumulative     DECIMAL(24, 6) NULL,
  denominator    DECIMAL(24, 6) NULL,
  completed_on   DATE           NULL,
  evidence       VARCHAR(1000)  NULL,
  reason         TEXT           NULL,
  progress       TEXT           NULL,
  next_steps     TEXT           NULL,
  difficulty     TEXT           NULL,
  forecast       DATE           NULL,
  no_change      BOOLEAN        NOT NULL,
  remark         TEXT           NULL,
  recognised     DECIMAL(24, 6) NULL,
  recognition_id BIGINT         NULL,
  actor          VARCHAR(80)    NOT NULL,
  recorded_at    DATETIME(6)    NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT report_step_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT report_step_action_ck CHECK (action IN ('SUBMITTED', 'WITHDRAWN', 'RETURNED', 'APPROVED', 'REOPENED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX report_step_item_ix ON report_step (phase_id, node_key, id);

-- An item of a closed week that may be reported after all, until then. The latest row counts.
CREATE TABLE report_reopening (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  week_start  DATE          NOT NULL,
  phase_id    BIGINT        NOT NULL,
  node_key    BIGINT        NOT NULL,
  open_until  DATETIME(6)   NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  reopened_by VARCHAR(80)   NOT NULL,
  reopened_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT report_reopening_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX report_reopening_item_ix ON report_reopening (phase_id, node_key, week_start);

-- What somebody has typed and not yet submitted, as typed; saved every few seconds. base_version: of the report it began on, 0 for none.
CREATE TABLE report_draft (
  account      VARCHAR(80)   NOT NULL,
  week_start   DATE          NOT NULL,
  phase_id     BIGINT        NOT NULL,
  node_key     BIGINT        NOT NULL,
  base_version INT           NOT NULL,
  cumulative   VARCHAR(64)   NULL,
  denominator  VARCHAR(64)   NULL,
  completed_on DATE          NULL,
  evidence     VARCHAR(1000) NULL,
  reason       TEXT          NULL,
  progress     TEXT          NULL,
  next_steps   TEXT          NULL,
  difficulty   TEXT          NULL,
  forecast     DATE          NULL,
  saved_at     DATETIME(6)   NOT NULL,
  PRIMARY KEY (account, week_start, phase_id, node_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX report_draft_item_ix ON report_draft (week_start, phase_id, node_key);

-- [jooq ignore start]
INSERT INTO week_deadline (id, due_day, due_minute, close_day, close_minute) VALUES (1, 4, 1020, 5, 720);
-- [jooq ignore stop]
