-- Who has 分解台 open on which server: a row a page, said again every few seconds, so that a server that is gone is soon not counted.
CREATE TABLE desk_seat (
  page      VARCHAR(36)  NOT NULL,
  plan_year SMALLINT     NOT NULL,
  name      VARCHAR(128) NOT NULL,
  seen_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (page)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE INDEX desk_seat_year_ix ON desk_seat (plan_year, seen_at);
