-- 责任移交: everything that one person answered for given to another in one go; what was moved is kept, so that it can be taken back.
CREATE TABLE hand_over (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  plan_year      SMALLINT      NOT NULL,
  from_name      VARCHAR(64)   NOT NULL,
  from_id        BIGINT        NULL,
  to_id          BIGINT        NOT NULL,
  effective_from DATE          NOT NULL,
  reason         VARCHAR(1000) NULL,
  actor          VARCHAR(64)   NOT NULL,
  recorded_at    DATETIME(6)   NOT NULL,
  undone_by      VARCHAR(64)   NULL,
  undone_at      DATETIME(6)   NULL,
  PRIMARY KEY (id),
  CONSTRAINT hand_over_from_fk FOREIGN KEY (from_id) REFERENCES person (id),
  CONSTRAINT hand_over_to_fk FOREIGN KEY (to_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE hand_over_item (
  hand_over_id BIGINT NOT NULL,
  position     INT    NOT NULL,
  phase_id     BIGINT NULL,
  node_id      BIGINT NULL,
  PRIMARY KEY (hand_over_id, position),
  CONSTRAINT hand_over_item_fk FOREIGN KEY (hand_over_id) REFERENCES hand_over (id) ON DELETE CASCADE,
  CONSTRAINT hand_over_item_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id) ON DELETE CASCADE,
  CONSTRAINT hand_over_item_node_fk FOREIGN KEY (node_id) REFERENCES node (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 代理: who stands in for somebody who is absent, both days inclusive.
CREATE TABLE deputy (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  person_id   BIGINT        NOT NULL,
  deputy_id   BIGINT        NOT NULL,
  from_day    DATE          NOT NULL,
  to_day      DATE          NOT NULL,
  reason      VARCHAR(255)  NULL,
  actor       VARCHAR(64)   NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT deputy_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT deputy_deputy_fk FOREIGN KEY (deputy_id) REFERENCES person (id),
  CONSTRAINT deputy_ck CHECK (from_day <= to_day AND person_id <> deputy_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX deputy_day_ix ON deputy (deputy_id, from_day, to_day);

-- 结转: a node of this year that is the unfinished rest of a node of the year before.
CREATE TABLE carried_node (
  node_id      BIGINT      NOT NULL,
  from_node_id BIGINT      NOT NULL,
  carried_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (node_id),
  CONSTRAINT carried_node_uq UNIQUE (from_node_id),
  CONSTRAINT carried_node_fk FOREIGN KEY (node_id) REFERENCES node (id) ON DELETE CASCADE,
  CONSTRAINT carried_node_from_fk FOREIGN KEY (from_node_id) REFERENCES node (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
