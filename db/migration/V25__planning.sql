-- Nodes whose date nobody has decided yet: they count on the assumed day until they get another one.
CREATE TABLE undated_node (
  node_id BIGINT NOT NULL,
  assumed DATE   NOT NULL,
  PRIMARY KEY (node_id),
  CONSTRAINT undated_node_fk FOREIGN KEY (node_id) REFERENCES node (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A target value that somebody proposes. Only an approved one becomes a row of target_version and is in force.
CREATE TABLE target_proposal (
  id             BIGINT         NOT NULL AUTO_INCREMENT,
  target_id      BIGINT         NOT NULL,
  status         VARCHAR(16)    NOT NULL,
  value          DECIMAL(24, 6) NOT NULL,
  doc_no         VARCHAR(255)   NULL,
  effective_from DATE           NOT NULL,
  reason         VARCHAR(1000)  NULL,
  state          VARCHAR(16)    NOT NULL,
  proposed_by    VARCHAR(64)    NOT NULL,
  proposed_at    DATETIME(6)    NOT NULL,
  decided_by     VARCHAR(64)    NULL,
  decided_at     DATETIME(6)    NULL,
  remark         VARCHAR(1000)  NULL,
  version_id     BIGINT         NULL,
  version        INT            NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT target_proposal_target_fk FOREIGN KEY (target_id) REFERENCES target (id) ON DELETE CASCADE,
  CONSTRAINT target_proposal_status_ck CHECK (status IN ('PROVISIONAL', 'CONFIRMED', 'ADJUSTED')),
  CONSTRAINT target_proposal_state_ck CHECK (state IN ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  CONSTRAINT target_proposal_value_ck CHECK (value >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX target_proposal_target_ix ON target_proposal (target_id, state);

-- The paper that a proposal rests on.
CREATE TABLE target_proposal_file (
  proposal_id BIGINT       NOT NULL,
  name        VARCHAR(255) NOT NULL,
  media_type  VARCHAR(128) NOT NULL,
  content     LONGBLOB     NOT NULL,
  PRIMARY KEY (proposal_id),
  CONSTRAINT target_proposal_file_fk FOREIGN KEY (proposal_id) REFERENCES target_proposal (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
