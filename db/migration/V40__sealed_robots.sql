-- Address and signing key of a group robot are kept sealed, which is longer than they are.
ALTER TABLE notice_robot MODIFY url VARCHAR(1024) NOT NULL;
ALTER TABLE notice_robot MODIFY secret VARCHAR(512) NULL;
