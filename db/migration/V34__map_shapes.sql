-- 一张图: where a street or a project lies, WGS84/CGCS2000 longitude and latitude, as GeoJSON geometry that was simplified for the screen.
CREATE TABLE map_shape (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  unit_id     BIGINT      NULL,
  project_id  BIGINT      NULL,
  geometry    MEDIUMTEXT  NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT map_shape_unit_uq UNIQUE (unit_id),
  CONSTRAINT map_shape_project_uq UNIQUE (project_id),
  CONSTRAINT map_shape_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT map_shape_project_fk FOREIGN KEY (project_id) REFERENCES project (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
