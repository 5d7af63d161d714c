package cn.guatu.demo;

import cn.guatu.org.OrgService;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerData;
import cn.guatu.supervision.BlockerId;
import cn.guatu.supervision.BlockerMove;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.DecisionId;
import cn.guatu.supervision.DecisionMove;
import cn.guatu.supervision.DecisionService;
import cn.guatu.supervision.Meeting;
import cn.guatu.supervision.MeetingData;
import cn.guatu.supervision.MeetingService;
import cn.guatu.supervision.MeetingState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The meetings of the last weeks with decisions in every state, one that is to come, and blockers that went up, were solved and came back. */
@Component
@ConditionalOnProperty("guatu.demo")
class DemoMeetings implements DemoChapter {

    private static final String ACTOR = "dc1";
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** A decision and its way: each move on a day after the meeting. */
    private record Decided(
            String matter, int lead, @Nullable String assisting, int dueDays, List<Step> steps) {}

    private record Step(
            int day, DecisionMove move, @Nullable String note) {}

    private final MeetingService meetings;
    private final DecisionService decisions;
    private final BlockerService blockers;
    private final ProjectService projects;
    private final OrgService org;
    private final BusinessClock clock;

    DemoMeetings(
            MeetingService meetings,
            DecisionService decisions,
            BlockerService blockers,
            ProjectService projects,
            OrgService org,
            BusinessClock clock) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.blockers = blockers;
        this.projects = projects;
        this.org = org;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "例会、议定事项和堵点";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void write(DemoYear demo, LocalDate today) {
        int year = demo.year();
        String chair = demo.people().leaders().getFirst();
        meeting(year, today.minusDays(27), today, chair, firstMeeting());
        meeting(year, today.minusDays(13), today, chair, secondMeeting());
        meeting(year, today.minusDays(2), today, chair, lastMeeting());
        meeting(year, today.plusDays(5), today, chair, List.of());
        blockers(year, today);
    }

    private static List<Decided> firstMeeting() {
        return List.of(
                new Decided(
                        "白芒片区剩余 6 户签约包案到人",
                        2,
                        "白芒街道",
                        14,
                        List.of(
                                new Step(1, DecisionMove.HAND_OUT, null),
                                new Step(2, DecisionMove.SIGN, null),
                                new Step(3, DecisionMove.START, null),
                                new Step(12, DecisionMove.REPORT_DONE, "6 户全部签约,协议已归档"),
                                new Step(15, DecisionMove.CLOSE, "核对协议原件,属实"))),
                new Decided(
                        "南塘学校用地腾挪方案报区政府审定",
                        6,
                        "区教育局;用地管理科",
                        20,
                        List.of(
                                new Step(1, DecisionMove.HAND_OUT, null),
                                new Step(2, DecisionMove.SIGN, null),
                                new Step(21, DecisionMove.LAG, "完成时限已过"),
                                new Step(24, DecisionMove.SUPERVISE, "连续两周没有进展"))),
                new Decided(
                        "旧墟项目历史用地处置口径请示市局",
                        3,
                        "城市更新科",
                        21,
                        List.of(
                                new Step(6, DecisionMove.HAND_OUT, null),
                                new Step(8, DecisionMove.START, null),
                                new Step(20, DecisionMove.REPORT_DONE, "市局已口头答复,正式复函待发"),
                                new Step(22, DecisionMove.RETURN, "以正式复函为准"))));
    }

    private static List<Decided> secondMeeting() {
        return List.of(
                new Decided(
                        "四季度入库项目逐个倒排,缺口报专班",
                        5,
                        "综合科",
                        10,
                        List.of(
                                new Step(1, DecisionMove.HAND_OUT, null),
                                new Step(1, DecisionMove.SIGN, null),
                                new Step(9, DecisionMove.REPORT_DONE, "14 个项目已倒排,缺口 3.2 亿元已报"))),
                new Decided(
                        "松坪管线迁改费用分摊方案",
                        1,
                        "区水务局;松坪街道",
                        9,
                        List.of(
                                new Step(2, DecisionMove.HAND_OUT, null),
                                new Step(3, DecisionMove.START, null),
                                new Step(10, DecisionMove.LAG, "完成时限已过"))),
                new Decided(
                        "规划审批并联流程图公布上墙",
                        0,
                        "建筑设计科",
                        30,
                        List.of(new Step(1, DecisionMove.HAND_OUT, null), new Step(2, DecisionMove.SIGN, null))));
    }

    private static List<Decided> lastMeeting() {
        return List.of(
                new Decided("年底前拟出让地块净地验收排班", 3, "土地整备科", 20, List.of()),
                new Decided("北渡停车场共建共享协议文本", 6, "北渡街道", 12, List.of()),
                new Decided("逾期节点责任人逐个约谈", 7, null, 7, List.of(new Step(1, DecisionMove.HAND_OUT, null))));
    }

    private void meeting(int year, LocalDate day, LocalDate today, String chair, List<Decided> decided) {
        if (day.getYear() != year) {
            return;
        }
        LocalDate entered = day.isAfter(today) ? today : day;
        at(
                entered,
                how -> meetings.enterAs(
                        new MeetingData(year, day, "挂图作战工作例会", "区政府三楼会议室", chair, "各科室负责人、各街道联络员、督查专员", null), how),
                year);
        for (Decided each : decided) {
            UnitId lead = org.unit(DemoPeople.DEPARTMENTS.get(each.lead()))
                    .orElseThrow()
                    .id();
            DecisionId[] id = new DecisionId[1];
            at(
                    day,
                    how -> id[0] = decisions.captureAs(
                            year, day, each.matter(), lead, each.assisting(), day.plusDays(each.dueDays()), how),
                    year);
            int version = 1;
            for (Step step : each.steps()) {
                if (!day.plusDays(step.day()).isAfter(today)) {
                    int seen = version++;
                    at(
                            day.plusDays(step.day()),
                            how -> decisions.moveAs(id[0], seen, step.move(), step.note(), how),
                            year);
                }
            }
        }
        if (!decided.isEmpty()) {
            boolean minuted = day.plusDays(2).isBefore(today);
            at(
                    minuted ? day.plusDays(1) : day,
                    how -> {
                        Meeting meeting = meetings.on(year, day).orElseThrow();
                        meetings.moveAs(
                                meeting,
                                minuted ? MeetingState.MINUTED : MeetingState.HELD,
                                minuted ? day.plusDays(1) : null,
                                how);
                    },
                    year);
        }
    }

    private void blockers(int year, LocalDate today) {
        List<Phase> phases = projects.phases(year);
        BlockerId first = log(year, phases.get(1), "高压线塔基迁改排期未定", BlockerCause.OTHER_UNIT, "供电局", today.minusDays(48));
        move(first, 1, BlockerMove.ANSWER, "已函告供电局,约定现场会", today.minusDays(45), year);
        move(first, 2, BlockerMove.ESCALATE, "供电局排期在明年,超出科室协调能力", today.minusDays(30), year);
        move(first, 3, BlockerMove.ANSWER, "专班已与供电局对接,请求优先排期", today.minusDays(27), year);
        move(first, 4, BlockerMove.ESCALATE, "专班两次协调未果,提请指挥部", today.minusDays(10), year);
        BlockerId second =
                log(year, phases.get(2), "回迁户型调整诉求未达成一致", BlockerCause.ENTERPRISE, "实施主体", today.minusDays(60));
        move(second, 1, BlockerMove.ANSWER, "组织三方面谈", today.minusDays(57), year);
        move(second, 2, BlockerMove.RESOLVE, "补充协议已签", today.minusDays(40), year);
        move(second, 3, BlockerMove.VERIFY, null, today.minusDays(38), year);
        move(second, 4, BlockerMove.REOPEN, "回头看:12 户反悔,再次停工", today.minusDays(6), year);
        BlockerId third = log(year, phases.get(3), "容积率调整批复未到", BlockerCause.POLICY, "市规划部门", today.minusDays(33));
        move(third, 1, BlockerMove.ANSWER, "已补正材料", today.minusDays(31), year);
        move(third, 2, BlockerMove.RESOLVE, "批复已取得(文号见附件)", today.minusDays(4), year);
        BlockerId fourth = log(year, phases.get(4), "监管资金账户开立延误", BlockerCause.FUNDS, "实施主体", today.minusDays(25));
        move(fourth, 1, BlockerMove.RESOLVE, "账户已开立,首笔资金到账", today.minusDays(20), year);
        move(fourth, 2, BlockerMove.VERIFY, null, today.minusDays(18), year);
    }

    private BlockerId log(
            int year, Phase phase, String problem, BlockerCause cause, String responsible, LocalDate day) {
        BlockerId[] id = new BlockerId[1];
        at(
                day,
                how -> id[0] = blockers.logAs(
                        new BlockerData(
                                null,
                                phase.id(),
                                problem,
                                cause,
                                responsible,
                                null,
                                day,
                                day.plusDays(45),
                                null,
                                null,
                                false,
                                BlockerStatus.OPEN,
                                0),
                        null,
                        null,
                        how),
                year);
        return id[0];
    }

    private void move(BlockerId id, int version, BlockerMove move, @Nullable String note, LocalDate day, int year) {
        at(day, how -> blockers.moveAs(id, version, move, note, null, how), year);
    }

    /** At an instant of that day, so that what was known when is told as it would have been. */
    private void at(LocalDate day, java.util.function.Consumer<Recording> work, int year) {
        Instant instant = day.equals(clock.today())
                ? clock.now()
                : day.atTime(MORNING).atZone(clock.zone()).toInstant();
        clock.at(instant, () -> work.accept(new Recording(instant, ACTOR, year, null)));
    }
}
