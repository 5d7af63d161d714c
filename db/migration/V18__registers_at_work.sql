-- Meetings (例会), one a day of a plan year: a decision belongs to the meeting of its date. minutes_on: when the minutes were issued.
CREATE TABLE meeting (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  plan_year  SMALLINT      NOT NULL,
  held_on    DATE          NOT NULL,
  title      VARCHAR(120)  NOT NULL,
  place      VARCHAR(120)  NULL,
  chair      VARCHAR(64)   NULL,
  attendees  VARCHAR(2000) NULL,
  state      VARCHAR(8)    NOT NULL,
  minutes_on DATE          NULL,
  note       VARCHAR(4000) NULL,
  version    INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT meeting_uq UNIQUE (plan_year, held_on),
  CONSTRAINT meeting_year_fk FOREIGN KEY (plan_year) REFERENCES plan_year (plan_year),
  CONSTRAINT meeting_state_ck CHECK (state IN ('PLANNED', 'HELD', 'MINUTED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The days of a decision's way. done_on: reported done (待核), and kept when that is confirmed; closed_on: confirmed (销号).
ALTER TABLE decision ADD COLUMN handed_on DATE NULL;
ALTER TABLE decision ADD COLUMN signed_on DATE NULL;
ALTER TABLE decision ADD COLUMN done_on DATE NULL;
ALTER TABLE decision ADD COLUMN closed_on DATE NULL;
ALTER TABLE decision_history ADD COLUMN handed_on DATE NULL;
ALTER TABLE decision_history ADD COLUMN signed_on DATE NULL;
ALTER TABLE decision_history ADD COLUMN done_on DATE NULL;
ALTER TABLE decision_history ADD COLUMN closed_on DATE NULL;

-- tier: 科室, 专班, 指挥部, since tier_since (NULL: since it was raised); answered_on: the answer of that tier.
ALTER TABLE blocker ADD COLUMN node_id BIGINT NULL;
ALTER TABLE blocker ADD COLUMN owner_id BIGINT NULL;
ALTER TABLE blocker ADD COLUMN tier VARCHAR(16) NOT NULL DEFAULT 'DEPARTMENT';
ALTER TABLE blocker ADD COLUMN tier_since DATE NULL;
ALTER TABLE blocker ADD COLUMN answered_on DATE NULL;
ALTER TABLE blocker ADD COLUMN resolved_on DATE NULL;
ALTER TABLE blocker ADD COLUMN closed_on DATE NULL;
ALTER TABLE blocker ADD COLUMN reopened INT NOT NULL DEFAULT 0;
ALTER TABLE blocker ADD CONSTRAINT blocker_node_fk FOREIGN KEY (node_id) REFERENCES node (id);
ALTER TABLE blocker ADD CONSTRAINT blocker_owner_fk FOREIGN KEY (owner_id) REFERENCES person (id);
ALTER TABLE blocker ADD CONSTRAINT blocker_tier_ck CHECK (tier IN ('DEPARTMENT', 'TASK_FORCE', 'HEADQUARTERS'));
ALTER TABLE blocker_history ADD COLUMN node_id BIGINT NULL;
ALTER TABLE blocker_history ADD COLUMN owner_id BIGINT NULL;
ALTER TABLE blocker_history ADD COLUMN tier VARCHAR(16) NOT NULL DEFAULT 'DEPARTMENT';
ALTER TABLE blocker_history ADD COLUMN tier_since DATE NULL;
ALTER TABLE blocker_history ADD COLUMN answered_on DATE NULL;
ALTER TABLE blocker_history ADD COLUMN resolved_on DATE NULL;
ALTER TABLE blocker_history ADD COLUMN closed_on DATE NULL;
ALTER TABLE blocker_history ADD COLUMN reopened INT NOT NULL DEFAULT 0;

-- What a workbook brought as done counts as done when it was due: it does not say when (docs/decisions/0018).
UPDATE decision SET done_on = due, closed_on = due WHERE status = 'CLOSED';
UPDATE decision_history SET done_on = due, closed_on = due WHERE status = 'CLOSED';
UPDATE blocker SET resolved_on = COALESCE(due, raised_on) WHERE status IN ('RESOLVED', 'CLOSED');
UPDATE blocker SET closed_on = COALESCE(due, raised_on) WHERE status = 'CLOSED';
UPDATE blocker_history SET resolved_on = COALESCE(due, raised_on) WHERE status IN ('RESOLVED', 'CLOSED');
UPDATE blocker_history SET closed_on = COALESCE(due, raised_on) WHERE status = 'CLOSED';

UPDATE blocker SET answered_on = raised_on WHERE status = 'COORDINATING';
UPDATE blocker_history SET answered_on = raised_on WHERE status = 'COORDINATING';

-- Who moved what when, from where to where. once_key: what the system does by itself, it does once.
CREATE TABLE decision_step (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  decision_id BIGINT        NOT NULL,
  at          DATETIME(6)   NOT NULL,
  actor       VARCHAR(80)   NOT NULL,
  move        VARCHAR(16)   NOT NULL,
  from_status VARCHAR(16)   NOT NULL,
  to_status   VARCHAR(16)   NOT NULL,
  note        VARCHAR(2000) NULL,
  PRIMARY KEY (id),
  CONSTRAINT decision_step_decision_fk FOREIGN KEY (decision_id) REFERENCES decision (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE blocker_step (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  blocker_id BIGINT        NOT NULL,
  once_key   VARCHAR(64)   NULL,
  at         DATETIME(6)   NOT NULL,
  actor      VARCHAR(80)   NOT NULL,
  move       VARCHAR(16)   NOT NULL,
  tier       VARCHAR(16)   NOT NULL,
  note       VARCHAR(2000) NULL,
  PRIMARY KEY (id),
  CONSTRAINT blocker_step_once_uq UNIQUE (once_key),
  CONSTRAINT blocker_step_blocker_fk FOREIGN KEY (blocker_id) REFERENCES blocker (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Within how many working days each tier answers; without a row the default of BlockerClocks holds.
CREATE TABLE blocker_clock (
  tier          VARCHAR(16) NOT NULL,
  response_days INT         NOT NULL,
  PRIMARY KEY (tier),
  CONSTRAINT blocker_clock_days_ck CHECK (response_days BETWEEN 1 AND 60)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The secret address of a person's calendar feed, hashed; a new one ends the old one.
CREATE TABLE calendar_feed (
  person_id    BIGINT      NOT NULL,
  secret_hash  CHAR(64)    NOT NULL,
  created_at   DATETIME(6) NOT NULL,
  last_used_at DATETIME(6) NULL,
  PRIMARY KEY (person_id),
  CONSTRAINT calendar_feed_secret_uq UNIQUE (secret_hash),
  CONSTRAINT calendar_feed_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
