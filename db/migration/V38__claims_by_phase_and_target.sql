-- The last claim on a phase and target is looked up at every save; without this every report of the phase was read and sorted.
CREATE INDEX weekly_report_claim ON weekly_report (phase_id, target_id, week_start);
