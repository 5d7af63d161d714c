-- What people are told. notice_key: the same thing is said to somebody once, whoever says it again.
CREATE TABLE notice (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  notice_key VARCHAR(190)  NOT NULL,
  person_id  BIGINT        NOT NULL,
  kind       VARCHAR(16)   NOT NULL,
  urgency    VARCHAR(8)    NOT NULL,
  title      VARCHAR(200)  NOT NULL,
  body       VARCHAR(4000) NOT NULL,
  link       VARCHAR(512)  NOT NULL,
  created_at DATETIME(6)   NOT NULL,
  read_at    DATETIME(6)   NULL,
  PRIMARY KEY (id),
  CONSTRAINT notice_key_uq UNIQUE (notice_key),
  CONSTRAINT notice_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT notice_urgency_ck CHECK (urgency IN ('INFO', 'NORMAL', 'URGENT'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX notice_person_ix ON notice (person_id, read_at, id);

-- Group robots of 企业微信, 钉钉 and 飞书. The url holds a token and the secret signs: neither is shown again or logged.
CREATE TABLE notice_robot (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  name          VARCHAR(64)  NOT NULL,
  kind          VARCHAR(16)  NOT NULL,
  url           VARCHAR(512) NOT NULL,
  secret        VARCHAR(256) NULL,
  unit_id       BIGINT       NULL,
  least_urgency VARCHAR(8)   NOT NULL,
  enabled       BOOLEAN      NOT NULL,
  version       INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT notice_robot_name_uq UNIQUE (name),
  CONSTRAINT notice_robot_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT notice_robot_kind_ck CHECK (kind IN ('WECOM', 'DINGTALK', 'FEISHU')),
  CONSTRAINT notice_robot_urgency_ck CHECK (least_urgency IN ('INFO', 'NORMAL', 'URGENT'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One message that is handed to a mail server or a robot. message_key: one digest a person and week, one post a batch.
-- fence: who holds it until lease_until; handing_over: the holder has begun to hand it over, so nobody else may.
CREATE TABLE notice_message (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  message_key  VARCHAR(96)  NOT NULL,
  channel      VARCHAR(8)   NOT NULL,
  person_id    BIGINT       NULL,
  robot_id     BIGINT       NULL,
  state        VARCHAR(8)   NOT NULL,
  attempts     INT          NOT NULL,
  next_at      DATETIME(6)  NOT NULL,
  fence        CHAR(36)     NULL,
  lease_until  DATETIME(6)  NULL,
  handing_over BOOLEAN      NOT NULL,
  last_error   VARCHAR(500) NULL,
  created_at   DATETIME(6)  NOT NULL,
  sent_at      DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT notice_message_key_uq UNIQUE (message_key),
  CONSTRAINT notice_message_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT notice_message_robot_fk FOREIGN KEY (robot_id) REFERENCES notice_robot (id),
  CONSTRAINT notice_message_channel_ck CHECK (channel IN ('MAIL', 'ROBOT')),
  CONSTRAINT notice_message_state_ck CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DOUBTFUL'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX notice_message_state_ix ON notice_message (state, next_at);

-- A notice that goes out by a channel, written with the notice. robot_id 0: by mail to its person.
CREATE TABLE notice_outbox (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  notice_id  BIGINT      NOT NULL,
  channel    VARCHAR(8)  NOT NULL,
  robot_id   BIGINT      NOT NULL,
  state      VARCHAR(8)  NOT NULL,
  message_id BIGINT      NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT notice_outbox_uq UNIQUE (notice_id, channel, robot_id),
  CONSTRAINT notice_outbox_notice_fk FOREIGN KEY (notice_id) REFERENCES notice (id),
  CONSTRAINT notice_outbox_message_fk FOREIGN KEY (message_id) REFERENCES notice_message (id),
  CONSTRAINT notice_outbox_channel_ck CHECK (channel IN ('MAIL', 'ROBOT')),
  CONSTRAINT notice_outbox_state_ck CHECK (state IN ('WAITING', 'GATHERED', 'SKIPPED'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX notice_outbox_state_ix ON notice_outbox (state, channel, id);

-- By which ways a person wants to be told; no row: by all. Quiet hours in minutes of the day, NULL: those of the settings.
CREATE TABLE notice_choice (
  person_id  BIGINT      NOT NULL,
  mail       BOOLEAN     NOT NULL,
  robots     BOOLEAN     NOT NULL,
  quiet_from SMALLINT    NULL,
  quiet_to   SMALLINT    NULL,
  PRIMARY KEY (person_id),
  CONSTRAINT notice_choice_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The one row of what holds for all; without it the defaults of NoticeSettings hold. Minutes of the day, weekday 1 is Monday.
CREATE TABLE notice_setting (
  id             TINYINT  NOT NULL,
  digest_weekday TINYINT  NOT NULL,
  digest_minute  SMALLINT NOT NULL,
  quiet_from     SMALLINT NOT NULL,
  quiet_to       SMALLINT NOT NULL,
  version        INT      NOT NULL DEFAULT 1,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
