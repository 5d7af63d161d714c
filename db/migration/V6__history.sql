-- What each record said, and since when we knew it. A row is known from known_from (inclusive) until known_to (exclusive,
-- NULL: still). Figures with knownAt read these tables; an import is undone from them.

CREATE TABLE unit_history (
  id         BIGINT       NOT NULL,
  name       VARCHAR(64)  NOT NULL,
  name_key   VARCHAR(64)  NOT NULL,
  kind       VARCHAR(16)  NOT NULL,
  parent_id  BIGINT       NULL,
  sort_order INT          NULL,
  version    INT          NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE person_history (
  id           BIGINT       NOT NULL,
  name         VARCHAR(64)  NOT NULL,
  name_key     VARCHAR(64)  NOT NULL,
  account      VARCHAR(64)  NULL,
  identity_key VARCHAR(160) NOT NULL,
  unit_id      BIGINT       NOT NULL,
  position     VARCHAR(24)  NULL,
  phone        VARCHAR(32)  NULL,
  email        VARCHAR(128) NULL,
  active       BOOLEAN      NOT NULL,
  version      INT          NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE target_history (
  id           BIGINT         NOT NULL,
  plan_year    SMALLINT       NOT NULL,
  code         VARCHAR(64)    NOT NULL,
  code_key     VARCHAR(64)    NOT NULL,
  name         VARCHAR(255)   NOT NULL,
  unit         VARCHAR(32)    NOT NULL,
  kind         VARCHAR(16)    NOT NULL,
  direction    VARCHAR(8)     NOT NULL,
  base_value   DECIMAL(24, 6) NULL,
  pace         VARCHAR(32)    NOT NULL,
  lead_unit_id BIGINT         NOT NULL,
  leader_name  VARCHAR(64)    NULL,
  source       VARCHAR(255)   NULL,
  definition   TEXT           NULL,
  weight       DECIMAL(24, 6) NULL,
  parent_id    BIGINT         NULL,
  of_which     VARCHAR(16)    NULL,
  sort_order   INT            NOT NULL,
  version      INT            NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE target_plan_history (
  target_id  BIGINT         NOT NULL,
  month      TINYINT        NOT NULL,
  cumulative DECIMAL(24, 6) NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (target_id, month, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE allocation_history (
  target_id BIGINT         NOT NULL,
  unit_id   BIGINT         NOT NULL,
  value     DECIMAL(24, 6) NOT NULL,
  approx    BOOLEAN        NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (target_id, unit_id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE phase_history (
  id           BIGINT        NOT NULL,
  project_id   BIGINT        NOT NULL,
  plan_year    SMALLINT      NOT NULL,
  name         VARCHAR(64)   NOT NULL,
  name_key     VARCHAR(64)   NOT NULL,
  project_name VARCHAR(255)  NOT NULL,
  category     VARCHAR(24)   NOT NULL,
  nature       VARCHAR(16)   NOT NULL,
  lead_unit_id BIGINT        NOT NULL,
  leader_name  VARCHAR(64)   NULL,
  owner_name   VARCHAR(64)   NOT NULL,
  owner_id     BIGINT        NULL,
  implementer  VARCHAR(255)  NULL,
  remark       TEXT          NULL,
  starts_on    DATE          NULL,
  sort_order   INT           NOT NULL,
  version      INT           NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE phase_assist_history (
  phase_id  BIGINT      NOT NULL,
  position  INT         NOT NULL,
  unit_id   BIGINT      NULL,
  name      VARCHAR(255) NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (phase_id, position, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE phase_share_history (
  phase_id       BIGINT          NOT NULL,
  effective_from DATE            NOT NULL,
  street_id      BIGINT          NOT NULL,
  position       INT             NOT NULL,
  share          DECIMAL(16, 12) NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (phase_id, effective_from, street_id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE node_history (
  id            BIGINT         NOT NULL,
  phase_id      BIGINT         NOT NULL,
  name          VARCHAR(255)   NOT NULL,
  name_key      VARCHAR(255)   NOT NULL,
  planned       DATE           NOT NULL,
  forecast      DATE           NULL,
  actual        DATE           NULL,
  owner_name    VARCHAR(64)    NULL,
  owner_id      BIGINT         NULL,
  weight        DECIMAL(24, 6) NULL,
  duration_days INT            NULL,
  target_id     BIGINT         NULL,
  quantity      DECIMAL(24, 6) NULL,
  approx        BOOLEAN        NOT NULL,
  basis         TEXT           NULL,
  sort_order    INT            NOT NULL,
  version       INT            NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE node_predecessor_history (
  node_id        BIGINT NOT NULL,
  predecessor_id BIGINT NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (node_id, predecessor_id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE decision_history (
  id           BIGINT        NOT NULL,
  plan_year    SMALLINT      NOT NULL,
  meeting_date DATE          NOT NULL,
  matter       VARCHAR(4000) NOT NULL,
  matter_key   CHAR(64)      NOT NULL,
  lead_unit_id BIGINT        NOT NULL,
  assisting    VARCHAR(4000) NULL,
  due          DATE          NOT NULL,
  status       VARCHAR(16)   NOT NULL,
  progress     VARCHAR(4000) NULL,
  sort_order   INT           NOT NULL,
  version      INT           NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE blocker_history (
  id               BIGINT         NOT NULL,
  phase_id         BIGINT         NOT NULL,
  problem          VARCHAR(4000)  NOT NULL,
  problem_key      CHAR(64)       NOT NULL,
  cause            VARCHAR(24)    NULL,
  responsible_name VARCHAR(255)   NOT NULL,
  responsible_id   BIGINT         NULL,
  raised_on        DATE           NOT NULL,
  due              DATE           NULL,
  target_id        BIGINT         NULL,
  quantity         DECIMAL(24, 6) NULL,
  approx           BOOLEAN        NOT NULL,
  status           VARCHAR(16)    NOT NULL,
  sort_order       INT            NOT NULL,
  version          INT            NOT NULL,
  known_from DATETIME(6) NOT NULL,
  known_to DATETIME(6) NULL,
  PRIMARY KEY (id, known_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
