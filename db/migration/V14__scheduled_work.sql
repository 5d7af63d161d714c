-- Periodic work: which period was worked, by whom, and what came of it (quality.md, "Exactly once"). Who works on a period holds its lease
-- (in the time of the database); the fence counts the holders, so that one who lost the lease cannot write the outcome.
CREATE TABLE job_run (
  job           VARCHAR(48)  NOT NULL,
  period        VARCHAR(24)  NOT NULL,
  state         VARCHAR(8)   NOT NULL,
  fence         INT          NOT NULL,
  holder        VARCHAR(96)  NOT NULL,
  lease_until   DATETIME(6)  NOT NULL,
  scheduled     BOOLEAN      NOT NULL,
  actor         VARCHAR(80)  NOT NULL,
  started_at    DATETIME(6)  NOT NULL,
  ended_at      DATETIME(6)  NULL,
  worked_as_of  DATETIME(6)  NULL,
  created_count INT          NOT NULL DEFAULT 0,
  skipped_count INT          NOT NULL DEFAULT 0,
  created_total INT          NOT NULL DEFAULT 0,
  failures      INT          NOT NULL DEFAULT 0,
  reference     VARCHAR(16)  NULL,
  message       VARCHAR(400) NULL,
  PRIMARY KEY (job, period),
  CONSTRAINT job_run_state_ck CHECK (state IN ('RUNNING', 'DONE', 'FAILED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Work that an administrator has halted: no doorbell and no catching up until it is resumed.
CREATE TABLE job_pause (
  job       VARCHAR(48) NOT NULL,
  paused_at DATETIME(6) NOT NULL,
  paused_by VARCHAR(80) NOT NULL,
  PRIMARY KEY (job)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The demonstration's clock runs ahead of the server's by this many seconds; never less than before.
CREATE TABLE demo_clock (
  id            TINYINT     NOT NULL,
  ahead_seconds BIGINT      NOT NULL,
  moved_at      DATETIME(6) NOT NULL,
  moved_by      VARCHAR(80) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT demo_clock_one_ck CHECK (id = 1),
  CONSTRAINT demo_clock_forward_ck CHECK (ahead_seconds >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
