-- 通报 as it was generated when a month was published, one row an edition: what was said then is not said anew from later registers.
CREATE TABLE bulletin_issue (
  plan_year SMALLINT    NOT NULL,
  month     TINYINT     NOT NULL,
  edition   INT         NOT NULL,
  content   MEDIUMTEXT  NOT NULL,
  kept_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (plan_year, month, edition),
  CONSTRAINT bulletin_issue_year_fk FOREIGN KEY (plan_year) REFERENCES plan_year (plan_year),
  CONSTRAINT bulletin_issue_month_ck CHECK (month BETWEEN 1 AND 12)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
