-- 计入: the ledger. Rows are only added; a correction is a reversing row and a new one (semantics §2).
CREATE TABLE recognition (
  id          BIGINT         NOT NULL AUTO_INCREMENT,
  phase_id    BIGINT         NOT NULL,
  target_id   BIGINT         NOT NULL,
  node_id     BIGINT         NULL,
  batch       VARCHAR(64)    NULL,
  quantity    DECIMAL(24, 6) NOT NULL,
  denominator DECIMAL(24, 6) NULL,
  approx      BOOLEAN        NOT NULL DEFAULT FALSE,
  occurred_on DATE           NOT NULL,
  evidence    VARCHAR(4000)  NOT NULL,
  reason      VARCHAR(4000)  NULL,
  reverses_id BIGINT         NULL,
  import_id   BIGINT         NULL,
  recorded_by VARCHAR(64)    NOT NULL,
  recorded_at DATETIME(6)    NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT recognition_reverses_uq UNIQUE (reverses_id),
  CONSTRAINT recognition_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT recognition_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT recognition_node_fk FOREIGN KEY (node_id) REFERENCES node (id),
  CONSTRAINT recognition_reverses_fk FOREIGN KEY (reverses_id) REFERENCES recognition (id),
  CONSTRAINT recognition_reason_ck CHECK (quantity >= 0 OR reason IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX recognition_target_ix ON recognition (target_id, occurred_on, phase_id);
CREATE INDEX recognition_phase_ix ON recognition (phase_id, target_id, occurred_on);

-- The street split of a row by the shares of its date; what rounding leaves is with the first street, so parts add up.
CREATE TABLE recognition_share (
  recognition_id BIGINT          NOT NULL,
  street_id      BIGINT          NOT NULL,
  share          DECIMAL(16, 12) NOT NULL,
  quantity       DECIMAL(24, 6)  NOT NULL,
  denominator    DECIMAL(24, 6)  NULL,
  PRIMARY KEY (recognition_id, street_id),
  CONSTRAINT recognition_share_row_fk FOREIGN KEY (recognition_id) REFERENCES recognition (id),
  CONSTRAINT recognition_share_street_fk FOREIGN KEY (street_id) REFERENCES unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX recognition_share_street_ix ON recognition_share (street_id);

-- Holds "recognised once" for rows that stand: the key goes when its row is reversed. node_id 0 is "the phase alone";
-- identity is the batch number ('b:…') or the evidence number ('e:' + sha-256).
CREATE TABLE recognition_key (
  phase_id       BIGINT       NOT NULL,
  target_id      BIGINT       NOT NULL,
  node_id        BIGINT       NOT NULL,
  identity       VARCHAR(80)  NOT NULL,
  recognition_id BIGINT       NOT NULL,
  PRIMARY KEY (phase_id, target_id, node_id, identity),
  CONSTRAINT recognition_key_row_uq UNIQUE (recognition_id),
  CONSTRAINT recognition_key_row_fk FOREIGN KEY (recognition_id) REFERENCES recognition (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Totals by target × street × lead department × month of occurrence, maintained in the transaction that adds ledger rows.
CREATE TABLE monthly_total (
  target_id     BIGINT         NOT NULL,
  street_id     BIGINT         NOT NULL,
  department_id BIGINT         NOT NULL,
  month         DATE           NOT NULL,
  quantity      DECIMAL(24, 6) NOT NULL,
  denominator   DECIMAL(24, 6) NOT NULL,
  PRIMARY KEY (target_id, street_id, department_id, month),
  CONSTRAINT monthly_total_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT monthly_total_street_fk FOREIGN KEY (street_id) REFERENCES unit (id),
  CONSTRAINT monthly_total_department_fk FOREIGN KEY (department_id) REFERENCES unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
