-- 通报: what people wrote over the generated text, one row a saving. Only added to; the highest number is the text in force.
CREATE TABLE bulletin_version (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  plan_year SMALLINT     NOT NULL,
  month     TINYINT      NOT NULL,
  number    INT          NOT NULL,
  note      VARCHAR(255) NOT NULL,
  saved_by  VARCHAR(64)  NOT NULL,
  saved_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT bulletin_version_uq UNIQUE (plan_year, month, number),
  CONSTRAINT bulletin_version_year_fk FOREIGN KEY (plan_year) REFERENCES plan_year (plan_year),
  CONSTRAINT bulletin_version_month_ck CHECK (month BETWEEN 1 AND 12)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The paragraphs that a version rewrites; an empty text leaves the paragraph out. Others are as they were generated.
CREATE TABLE bulletin_paragraph (
  version_id    BIGINT        NOT NULL,
  paragraph_key VARCHAR(96)   NOT NULL,
  text          VARCHAR(4000) NOT NULL,
  PRIMARY KEY (version_id, paragraph_key),
  CONSTRAINT bulletin_paragraph_version_fk FOREIGN KEY (version_id) REFERENCES bulletin_version (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
