package cn.guatu.platform.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Quartz at the door: asks which periods of one piece of work are due and not done. Ringing twice finds the work done. */
@DisallowConcurrentExecution
class DoorbellJob implements Job {

    static final String WORK = "work";

    private final PeriodicWorks works;

    DoorbellJob(PeriodicWorks works) {
        this.works = works;
    }

    @Override
    public void execute(JobExecutionContext context) {
        works.find(context.getMergedJobDataMap().getString(WORK)).ifPresent(works::catchUp);
    }
}
