-- 阶段模板. Each number of a name is a graph of its own: a change makes the next number, so that running projects keep theirs.
CREATE TABLE stage_template (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  name       VARCHAR(64)   NOT NULL,
  name_key   VARCHAR(64)   NOT NULL,
  number     INT           NOT NULL,
  category   VARCHAR(24)   NOT NULL,
  state      VARCHAR(16)   NOT NULL,
  remark     VARCHAR(1000) NULL,
  changed_by VARCHAR(64)   NOT NULL,
  changed_at DATETIME(6)   NOT NULL,
  version    INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT stage_template_number_uq UNIQUE (name_key, number),
  CONSTRAINT stage_template_state_ck CHECK (state IN ('DRAFT', 'ACTIVE', 'RETIRED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A stage. promised_days is 承诺工期, statutory_days 法定时限, both in working days.
CREATE TABLE template_node (
  template_id    BIGINT         NOT NULL,
  position       INT            NOT NULL,
  name           VARCHAR(255)   NOT NULL,
  promised_days  INT            NOT NULL,
  statutory_days INT            NULL,
  weight         DECIMAL(24, 6) NULL,
  recognises     VARCHAR(255)   NULL,
  evidence       VARCHAR(255)   NULL,
  PRIMARY KEY (template_id, position),
  CONSTRAINT template_node_template_fk FOREIGN KEY (template_id) REFERENCES stage_template (id),
  CONSTRAINT template_node_days_ck CHECK (promised_days >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE template_link (
  template_id   BIGINT NOT NULL,
  from_position INT    NOT NULL,
  to_position   INT    NOT NULL,
  PRIMARY KEY (template_id, from_position, to_position),
  CONSTRAINT template_link_template_fk FOREIGN KEY (template_id) REFERENCES stage_template (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which template a phase was planned from, and which node came from which stage.
CREATE TABLE phase_template (
  phase_id    BIGINT      NOT NULL,
  template_id BIGINT      NOT NULL,
  finish      DATE        NOT NULL,
  applied_by  VARCHAR(64) NOT NULL,
  applied_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (phase_id),
  CONSTRAINT phase_template_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id) ON DELETE CASCADE,
  CONSTRAINT phase_template_template_fk FOREIGN KEY (template_id) REFERENCES stage_template (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE node_template (
  node_id  BIGINT NOT NULL,
  phase_id BIGINT NOT NULL,
  position INT    NOT NULL,
  PRIMARY KEY (node_id),
  CONSTRAINT node_template_node_fk FOREIGN KEY (node_id) REFERENCES node (id) ON DELETE CASCADE,
  CONSTRAINT node_template_phase_fk FOREIGN KEY (phase_id) REFERENCES phase (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX node_template_phase_ix ON node_template (phase_id, position);

-- The defaults of semantics §10. The durations are ours, to be adjusted to the bureau's own notices.
-- [jooq ignore start]
INSERT INTO stage_template (id, name, name_key, number, category, state, remark, changed_by, changed_at) VALUES
  (1, '城市更新', '城市更新', 1, 'RENEWAL', 'ACTIVE', '出厂默认：主线七段，四个并行环节；工期按工作日，请按本局公布时限核定', '系统', '2026-01-01 00:00:00'),
  (2, '土地整备', '土地整备', 1, 'LAND_PREPARATION', 'ACTIVE', '出厂默认：计划、方案、签约、搬迁、入库', '系统', '2026-01-01 00:00:00');

INSERT INTO template_node (template_id, position, name, promised_days, statutory_days, weight, recognises, evidence) VALUES
  (1, 1, '计划立项', 25, 40, NULL, NULL, '计划批复'),
  (1, 2, '土地及建筑物信息核查', 20, 30, NULL, NULL, '核查意见书'),
  (1, 3, '规划审批', 45, 60, 2, '规划审批', '规划批复'),
  (1, 4, '历史用地处置', 30, 45, NULL, NULL, '处置意见'),
  (1, 5, '实施主体确认', 35, 45, NULL, '实施主体确认', '实施主体确认书'),
  (1, 6, '方案设计核查', 20, 30, NULL, NULL, '核查意见'),
  (1, 7, '用地审批/土地出让', 30, 45, 3, '土地供应', '土地出让合同'),
  (1, 8, '地价付清', 10, 15, NULL, NULL, '缴款凭证'),
  (1, 9, '建设工程规划许可', 20, 20, NULL, NULL, '建设工程规划许可证'),
  (1, 10, '施工', 120, NULL, 2, NULL, '施工许可证'),
  (1, 11, '竣工验收', 15, 15, NULL, '竣工验收面积', '竣工验收备案表'),
  (2, 1, '计划', 20, 30, NULL, NULL, '计划批复'),
  (2, 2, '方案', 30, 45, NULL, NULL, '方案批复'),
  (2, 3, '签约', 40, 60, 2, NULL, '补偿协议'),
  (2, 4, '搬迁', 30, 45, NULL, NULL, '交房确认'),
  (2, 5, '入库', 15, 20, 3, '土地整备入库', '入库证明');

INSERT INTO template_link (template_id, from_position, to_position) VALUES
  (1, 1, 2), (1, 1, 3), (1, 2, 4), (1, 2, 5), (1, 3, 5), (1, 3, 6), (1, 4, 7), (1, 5, 7), (1, 6, 9), (1, 7, 8), (1, 7, 9), (1, 8, 10),
  (1, 9, 10), (1, 10, 11),
  (2, 1, 2), (2, 2, 3), (2, 3, 4), (2, 4, 5);
-- [jooq ignore stop]
