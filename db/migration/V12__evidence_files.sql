-- Evidence files. The content stands once a hash, in parts small enough for every server's packet limit, and is never written again.
CREATE TABLE evidence_content (
  sha256     CHAR(64)    NOT NULL,
  size_bytes INT         NOT NULL,
  stored_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (sha256)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE evidence_part (
  sha256   CHAR(64)   NOT NULL,
  position INT        NOT NULL,
  content  MEDIUMBLOB NOT NULL,
  PRIMARY KEY (sha256, position),
  CONSTRAINT evidence_part_fk FOREIGN KEY (sha256) REFERENCES evidence_content (sha256)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A file somebody added to an item of the week (see V11). removed_at: taken off the item before it was approved; the row stays.
CREATE TABLE evidence_file (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  week_start  DATE         NOT NULL,
  phase_id    BIGINT       NOT NULL,
  node_key    BIGINT       NOT NULL,
  name        VARCHAR(255) NOT NULL,
  media_type  VARCHAR(128) NOT NULL,
  sha256      CHAR(64)     NOT NULL,
  size_bytes  INT          NOT NULL,
  uploaded_by VARCHAR(80)  NOT NULL,
  uploaded_at DATETIME(6)  NOT NULL,
  removed_by  VARCHAR(80)  NULL,
  removed_at  DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT evidence_file_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id),
  CONSTRAINT evidence_file_content_fk FOREIGN KEY (sha256) REFERENCES evidence_content (sha256)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX evidence_file_item_ix ON evidence_file (phase_id, node_key, week_start);

-- Which files a row of the ledger stands on.
CREATE TABLE recognition_evidence (
  recognition_id BIGINT NOT NULL,
  evidence_id    BIGINT NOT NULL,
  PRIMARY KEY (recognition_id, evidence_id),
  CONSTRAINT recognition_evidence_row_fk FOREIGN KEY (recognition_id) REFERENCES recognition (id),
  CONSTRAINT recognition_evidence_file_fk FOREIGN KEY (evidence_id) REFERENCES evidence_file (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A link to one file that opens once, for who asked for it. token_hash is sha-256.
CREATE TABLE evidence_ticket (
  token_hash  CHAR(64)    NOT NULL,
  evidence_id BIGINT      NOT NULL,
  account     VARCHAR(80) NOT NULL,
  expires_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash),
  CONSTRAINT evidence_ticket_file_fk FOREIGN KEY (evidence_id) REFERENCES evidence_file (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX evidence_ticket_age_ix ON evidence_ticket (expires_at);
