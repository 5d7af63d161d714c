-- 排期版本: every rescheduling of a phase with its reason. Version 1 is the baseline (基线): the dates that were approved at first.
CREATE TABLE schedule_version (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  phase_id    BIGINT        NOT NULL,
  number      INT           NOT NULL,
  kind        VARCHAR(16)   NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  actor       VARCHAR(64)   NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT schedule_version_number_uq UNIQUE (phase_id, number),
  CONSTRAINT schedule_version_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT schedule_version_kind_ck CHECK (kind IN ('BASELINE', 'RESCHEDULE', 'TEMPLATE', 'IMPORT'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a version moved; a baseline names every node. No foreign key to the node: a move outlives it.
CREATE TABLE schedule_move (
  version_id BIGINT       NOT NULL,
  node_id    BIGINT       NOT NULL,
  node_name  VARCHAR(255) NOT NULL,
  was        DATE         NULL,
  becomes    DATE         NOT NULL,
  PRIMARY KEY (version_id, node_id),
  CONSTRAINT schedule_move_version_fk FOREIGN KEY (version_id) REFERENCES schedule_version (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX schedule_move_node_ix ON schedule_move (node_id);

-- What binds a node beside its duration: the day it is pinned to, and the fewest working days it could be done in.
CREATE TABLE node_terms (
  node_id    BIGINT NOT NULL,
  pinned     DATE   NULL,
  least_days INT    NULL,
  PRIMARY KEY (node_id),
  CONSTRAINT node_terms_node_fk FOREIGN KEY (node_id) REFERENCES node (id) ON DELETE CASCADE,
  CONSTRAINT node_terms_least_ck CHECK (least_days >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE node_terms_history (
  node_id    BIGINT      NOT NULL,
  pinned     DATE        NULL,
  least_days INT         NULL,
  known_from DATETIME(6) NOT NULL,
  known_to   DATETIME(6) NULL,
  PRIMARY KEY (node_id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 停计时: days that count towards nobody's duration. ends_on NULL: the clock still stands.
CREATE TABLE clock_stop (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  node_id   BIGINT        NOT NULL,
  kind      VARCHAR(16)   NOT NULL,
  starts_on DATE          NOT NULL,
  ends_on   DATE          NULL,
  reason    VARCHAR(1000) NOT NULL,
  version   INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT clock_stop_once_uq UNIQUE (node_id, starts_on),
  CONSTRAINT clock_stop_node_fk FOREIGN KEY (node_id) REFERENCES node (id) ON DELETE CASCADE,
  CONSTRAINT clock_stop_kind_ck CHECK (kind IN ('SUPPLEMENT', 'PUBLICITY', 'EXPERT_REVIEW', 'EXTERNAL')),
  CONSTRAINT clock_stop_order_ck CHECK (ends_on >= starts_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE clock_stop_history (
  id         BIGINT        NOT NULL,
  node_id    BIGINT        NOT NULL,
  kind       VARCHAR(16)   NOT NULL,
  starts_on  DATE          NOT NULL,
  ends_on    DATE          NULL,
  reason     VARCHAR(1000) NOT NULL,
  version    INT           NOT NULL,
  known_from DATETIME(6)   NOT NULL,
  known_to   DATETIME(6)   NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
