-- Who imported which workbook, and the file itself, in parts small enough for every server's packet limit.
CREATE TABLE plan_import (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  plan_year    SMALLINT     NOT NULL,
  file_name    VARCHAR(255) NOT NULL,
  sha256       CHAR(64)     NOT NULL,
  size_bytes   INT          NOT NULL,
  state        VARCHAR(16)  NOT NULL,
  counts       TEXT         NOT NULL,
  warnings     INT          NOT NULL,
  year_created BOOLEAN      NOT NULL,
  imported_by  VARCHAR(64)  NOT NULL,
  imported_at  DATETIME(6)  NOT NULL,
  undone_by    VARCHAR(64)  NULL,
  undone_at    DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT plan_import_state_ck CHECK (state IN ('APPLIED', 'UNDONE')),
  CONSTRAINT plan_import_undone_ck CHECK ((state = 'UNDONE' AND undone_at IS NOT NULL) OR (state = 'APPLIED' AND undone_at IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX plan_import_year_ix ON plan_import (plan_year, id);

CREATE TABLE plan_import_part (
  import_id BIGINT     NOT NULL,
  position  INT        NOT NULL,
  content   MEDIUMBLOB NOT NULL,
  PRIMARY KEY (import_id, position),
  CONSTRAINT plan_import_part_fk FOREIGN KEY (import_id) REFERENCES plan_import (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row, which an import or an undo holds until it commits: two of them never run at the same time, whatever server they are on.
CREATE TABLE plan_import_gate (
  id       TINYINT     NOT NULL,
  taken_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
