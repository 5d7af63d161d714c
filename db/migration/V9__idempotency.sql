-- Idempotency-Key: what a caller already asked for and what he was told (api.md, rulings). RUNNING holds the key while the first
-- request is at work; fence tells a holder that its claim has passed to another after the lease. Kept for 30 days.
CREATE TABLE idempotency_key (
  caller      VARCHAR(96)  NOT NULL,
  request_key VARCHAR(200) NOT NULL,
  request     CHAR(64)     NOT NULL,
  state       VARCHAR(8)   NOT NULL,
  fence       CHAR(36)     NOT NULL,
  answer      MEDIUMTEXT   NULL,
  claimed_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (caller, request_key),
  CONSTRAINT idempotency_key_state_ck CHECK (state IN ('RUNNING', 'DONE')),
  CONSTRAINT idempotency_key_answer_ck CHECK (state = 'RUNNING' OR answer IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX idempotency_key_age_ix ON idempotency_key (claimed_at);
