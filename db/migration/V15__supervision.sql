-- 每周督办: the steps of the ladder, 督办单, 催办 and 批示 (semantics §12). What is added is never changed but for the orders, which have a twin.

-- Rules as they were set, one row a version; the latest is in force. document is JSON.
CREATE TABLE supervision_rules (
  version    INT         NOT NULL,
  document   MEDIUMTEXT  NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The last number of 督〔2026〕12号 that was given; locked while one is given, so that numbers have no gap.
CREATE TABLE order_number (
  order_year  SMALLINT NOT NULL,
  last_number INT      NOT NULL,
  PRIMARY KEY (order_year)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 督办单. open_subject: the subject while the order is open, so that an item has one open order. demanded_by: the deadline in force;
-- first_deadline: as issued. For a make-up after the deadline late stays true.
CREATE TABLE supervision_order (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  order_year     SMALLINT     NOT NULL,
  number         INT          NOT NULL,
  plan_year      SMALLINT     NOT NULL,
  phase_id       BIGINT       NOT NULL,
  node_id        BIGINT       NULL,
  subject        VARCHAR(400) NOT NULL,
  open_subject   VARCHAR(40)  NULL,
  period         VARCHAR(10)  NOT NULL,
  reason         VARCHAR(1000) NOT NULL,
  demand         TEXT         NOT NULL,
  department_id  BIGINT       NOT NULL,
  leader_name    VARCHAR(64)  NULL,
  state          VARCHAR(12)  NOT NULL,
  issued_by      VARCHAR(80)  NOT NULL,
  issued_at      DATETIME(6)  NOT NULL,
  first_deadline DATE         NOT NULL,
  demanded_by    DATE         NOT NULL,
  signed_by      VARCHAR(80)  NULL,
  signed_at      DATETIME(6)  NULL,
  plan           TEXT         NULL,
  planned_at     DATETIME(6)  NULL,
  reply          TEXT         NULL,
  answered_at    DATETIME(6)  NULL,
  first_answered_on DATE      NULL,
  first_returned_on DATE      NULL,
  verdict        TEXT         NULL,
  verified_by    VARCHAR(80)  NULL,
  verified_at    DATETIME(6)  NULL,
  closed_at      DATETIME(6)  NULL,
  version        INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT supervision_order_number_uq UNIQUE (order_year, number),
  CONSTRAINT supervision_order_open_uq UNIQUE (open_subject),
  CONSTRAINT supervision_order_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT supervision_order_node_fk FOREIGN KEY (node_id) REFERENCES node (id),
  CONSTRAINT supervision_order_department_fk FOREIGN KEY (department_id) REFERENCES unit (id),
  CONSTRAINT supervision_order_state_ck CHECK (state IN
    ('ISSUED', 'SIGNED', 'PLANNED', 'ANSWERED', 'RETURNED', 'VERIFIED', 'CLOSED', 'WITHDRAWN'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX supervision_order_year_ix ON supervision_order (plan_year, issued_at);

CREATE TABLE supervision_order_history (
  id             BIGINT       NOT NULL,
  order_year     SMALLINT     NOT NULL,
  number         INT          NOT NULL,
  plan_year      SMALLINT     NOT NULL,
  phase_id       BIGINT       NOT NULL,
  node_id        BIGINT       NULL,
  subject        VARCHAR(400) NOT NULL,
  open_subject   VARCHAR(40)  NULL,
  period         VARCHAR(10)  NOT NULL,
  reason         VARCHAR(1000) NOT NULL,
  demand         TEXT         NOT NULL,
  department_id  BIGINT       NOT NULL,
  leader_name    VARCHAR(64)  NULL,
  state          VARCHAR(12)  NOT NULL,
  issued_by      VARCHAR(80)  NOT NULL,
  issued_at      DATETIME(6)  NOT NULL,
  first_deadline DATE         NOT NULL,
  demanded_by    DATE         NOT NULL,
  signed_by      VARCHAR(80)  NULL,
  signed_at      DATETIME(6)  NULL,
  plan           TEXT         NULL,
  planned_at     DATETIME(6)  NULL,
  reply          TEXT         NULL,
  answered_at    DATETIME(6)  NULL,
  first_answered_on DATE      NULL,
  first_returned_on DATE      NULL,
  verdict        TEXT         NULL,
  verified_by    VARCHAR(80)  NULL,
  verified_at    DATETIME(6)  NULL,
  closed_at      DATETIME(6)  NULL,
  version        INT          NOT NULL,
  known_from     DATETIME(6)  NOT NULL,
  known_to       DATETIME(6)  NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What happened to an order, in order. Rows are only added.
CREATE TABLE order_step (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  order_id    BIGINT        NOT NULL,
  action      VARCHAR(16)   NOT NULL,
  remark      TEXT          NULL,
  actor       VARCHAR(80)   NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT order_step_order_fk FOREIGN KEY (order_id) REFERENCES supervision_order (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX order_step_order_ix ON order_step (order_id, id);

-- Asked before the deadline: EXTENSION to new_deadline, or STOP of the clock from stop_from to stop_to for an external cause.
CREATE TABLE order_request (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  order_id     BIGINT        NOT NULL,
  kind         VARCHAR(12)   NOT NULL,
  reason       VARCHAR(1000) NOT NULL,
  new_deadline DATE          NULL,
  stop_from    DATE          NULL,
  stop_to      DATE          NULL,
  asked_by     VARCHAR(80)   NOT NULL,
  asked_at     DATETIME(6)   NOT NULL,
  granted      BOOLEAN       NULL,
  decided_by   VARCHAR(80)   NULL,
  decided_at   DATETIME(6)   NULL,
  remark       VARCHAR(1000) NULL,
  PRIMARY KEY (id),
  CONSTRAINT order_request_order_fk FOREIGN KEY (order_id) REFERENCES supervision_order (id),
  CONSTRAINT order_request_kind_ck CHECK (
    (kind = 'EXTENSION' AND new_deadline IS NOT NULL) OR (kind = 'STOP' AND stop_from <= stop_to))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX order_request_order_ix ON order_request (order_id, id);

-- A step of the ladder: once per rule, subject, period and level. subject_key: node:ID or phase:ID. RECORDED: the period was over when it was
-- worked, so the step is accounted for and not sent by itself.
CREATE TABLE supervision_step (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  plan_year   SMALLINT     NOT NULL,
  rule        VARCHAR(12)  NOT NULL,
  subject_key VARCHAR(40)  NOT NULL,
  period      VARCHAR(10)  NOT NULL,
  ladder_level VARCHAR(12) NOT NULL,
  week_start  DATE         NOT NULL,
  phase_id    BIGINT       NOT NULL,
  node_id     BIGINT       NULL,
  subject     VARCHAR(400) NOT NULL,
  recipients  VARCHAR(400) NOT NULL,
  message     VARCHAR(1000) NOT NULL,
  days_late   INT          NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  order_id    BIGINT       NULL,
  rules_version INT        NOT NULL,
  sent_at     DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT supervision_step_uq UNIQUE (rule, subject_key, period, ladder_level),
  CONSTRAINT supervision_step_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT supervision_step_node_fk FOREIGN KEY (node_id) REFERENCES node (id),
  CONSTRAINT supervision_step_order_fk FOREIGN KEY (order_id) REFERENCES supervision_order (id),
  CONSTRAINT supervision_step_state_ck CHECK (state IN ('SENT', 'RECORDED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX supervision_step_year_ix ON supervision_step (plan_year, period);

-- 催办 (URGE) and 批示 (INSTRUCTION) on a target, a phase, a node or an order. Rows are only added.
CREATE TABLE supervision_word (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  plan_year   SMALLINT      NOT NULL,
  kind        VARCHAR(12)   NOT NULL,
  target_id   BIGINT        NULL,
  phase_id    BIGINT        NULL,
  node_id     BIGINT        NULL,
  order_id    BIGINT        NULL,
  subject     VARCHAR(400)  NOT NULL,
  text        VARCHAR(1000) NOT NULL,
  told        VARCHAR(400)  NOT NULL,
  actor       VARCHAR(80)   NOT NULL,
  actor_name  VARCHAR(80)   NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT supervision_word_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT supervision_word_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT supervision_word_node_fk FOREIGN KEY (node_id) REFERENCES node (id),
  CONSTRAINT supervision_word_order_fk FOREIGN KEY (order_id) REFERENCES supervision_order (id),
  CONSTRAINT supervision_word_kind_ck CHECK (kind IN ('URGE', 'INSTRUCTION'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX supervision_word_year_ix ON supervision_word (plan_year, id);
