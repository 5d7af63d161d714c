-- A decision that is turned into supervision (转督办) is under a 督办单 as well; it hangs on no phase.
ALTER TABLE supervision_order MODIFY phase_id BIGINT NULL;
ALTER TABLE supervision_order ADD COLUMN decision_id BIGINT NULL;
ALTER TABLE supervision_order ADD CONSTRAINT supervision_order_decision_fk FOREIGN KEY (decision_id) REFERENCES decision (id);
ALTER TABLE supervision_order ADD CONSTRAINT supervision_order_about_ck CHECK (phase_id IS NOT NULL OR decision_id IS NOT NULL);
ALTER TABLE supervision_order_history MODIFY phase_id BIGINT NULL;
ALTER TABLE supervision_order_history ADD COLUMN decision_id BIGINT NULL;
