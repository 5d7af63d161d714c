-- 储备池: where a phase stands on its way into the plan, and how likely it is to deliver this year (0 to 1).
CREATE TABLE reserve_phase (
  phase_id    BIGINT        NOT NULL,
  pool        VARCHAR(16)   NOT NULL,
  probability DECIMAL(5, 4) NOT NULL,
  remark      VARCHAR(1000) NULL,
  version     INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (phase_id),
  CONSTRAINT reserve_phase_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id) ON DELETE CASCADE,
  CONSTRAINT reserve_phase_pool_ck CHECK (pool IN ('POTENTIAL', 'RESERVE', 'STARTING', 'LISTED', 'ALONGSIDE', 'LEFT')),
  CONSTRAINT reserve_phase_probability_ck CHECK (probability BETWEEN 0 AND 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE reserve_phase_history (
  phase_id    BIGINT        NOT NULL,
  pool        VARCHAR(16)   NOT NULL,
  probability DECIMAL(5, 4) NOT NULL,
  remark      VARCHAR(1000) NULL,
  version     INT           NOT NULL,
  known_from  DATETIME(6)   NOT NULL,
  known_to    DATETIME(6)   NULL,
  PRIMARY KEY (phase_id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 替补: a reserve phase was taken into the plan for one that will miss. Rows are never changed; the miss stays with the original.
CREATE TABLE reserve_swap (
  id            BIGINT         NOT NULL AUTO_INCREMENT,
  plan_year     SMALLINT       NOT NULL,
  target_id     BIGINT         NOT NULL,
  in_phase_id   BIGINT         NOT NULL,
  out_phase_id  BIGINT         NULL,
  quantity      DECIMAL(24, 6) NOT NULL,
  nature_before VARCHAR(16)    NOT NULL,
  reason        VARCHAR(1000)  NOT NULL,
  actor         VARCHAR(64)    NOT NULL,
  recorded_at   DATETIME(6)    NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT reserve_swap_target_fk FOREIGN KEY (target_id) REFERENCES target (id),
  CONSTRAINT reserve_swap_in_fk FOREIGN KEY (in_phase_id) REFERENCES phase (id),
  CONSTRAINT reserve_swap_out_fk FOREIGN KEY (out_phase_id) REFERENCES phase (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX reserve_swap_year_ix ON reserve_swap (plan_year, target_id);
