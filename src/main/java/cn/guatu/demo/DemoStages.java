package cn.guatu.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What happens in a project of each category within a year, and what each step counts towards. */
final class DemoStages {

    /**
     * A step of a chain.
     *
     * @param days working days it takes
     * @param counts keys of targets it may count towards, one is drawn; none when the step only has to be done
     * @param least smallest quantity drawn
     * @param most largest quantity drawn
     * @param decimals of the quantity
     */
    record Stage(
            String name, int days, List<String> counts, double least, double most, int decimals, String evidence) {}

    private static final Map<String, List<Stage>> CHAINS = Map.of(
            "城市更新",
            List.of(
                    stage("计划立项", 25, List.of("立项"), 1, 1, 0, "计划批复"),
                    stage("规划审批", 45, List.of("规划审批", "规划产业", "公共住房", "人才住房", "保租房"), 1.2, 9.6, 2, "规划批复"),
                    stage("实施主体确认", 35, List.of("主体确认"), 1, 1, 0, "实施主体确认书"),
                    stage("用地审批", 30, List.of("供地", "公设供地", "产业供地"), 0.6, 4.8, 2, "土地出让合同"),
                    stage("建设工程规划许可", 20, List.of("工规"), 1.5, 11, 1, "建设工程规划许可证"),
                    stage("施工许可", 15, List.of("开工住房"), 1.0, 7.5, 1, "施工许可证")),
            "土地整备",
            List.of(
                    stage("实施方案批复", 20, List.of("遗留"), 1, 1, 0, "方案批复"),
                    stage("补偿协议签订", 40, List.of("签约"), 2, 14, 0, "补偿协议"),
                    stage("房屋搬迁", 30, List.of(), 0, 0, 0, ""),
                    stage("建筑物拆除", 20, List.of("消违"), 0.8, 5.5, 1, "拆除验收单"),
                    stage("场地移交", 10, List.of(), 0, 0, 0, ""),
                    stage("土地入库", 15, List.of("入库", "统筹入库"), 0.9, 6.2, 2, "入库证明")),
            "综合整治",
            List.of(
                    stage("立项备案", 15, List.of("片区", "制度", "活化"), 1, 1, 0, "备案回执"),
                    stage("方案设计核查", 30, List.of(), 0, 0, 0, ""),
                    stage("施工图审查", 20, List.of(), 0, 0, 0, ""),
                    stage("开工", 15, List.of("城中村"), 1, 1, 0, "开工报告"),
                    stage("主体改造完成", 60, List.of("综合整治", "提升产业"), 0.8, 5.2, 1, "完工证明"),
                    stage("综合验收", 20, List.of("竣工"), 1.2, 6.8, 1, "验收意见")),
            "民生设施",
            List.of(
                    stage("选址确认", 15, List.of(), 0, 0, 0, ""),
                    stage("用地批准", 25, List.of("地价"), 0.3, 2.4, 2, "缴款凭证"),
                    stage("开工建设", 20, List.of("片区", "碧道"), 1, 1, 0, "开工报告"),
                    stage("主体封顶", 60, List.of(), 0, 0, 0, ""),
                    stage("竣工验收", 40, List.of("竣工", "公园"), 0.9, 5.5, 1, "竣工验收备案表"),
                    stage("交付使用", 15, List.of("学位", "车位", "床位", "医疗床位"), 60, 540, 0, "移交清单")));

    private static final Map<String, List<String>> LEADS = Map.of(
            "城市更新", List.of("城市更新科", "计划规划科", "用地管理科"),
            "土地整备", List.of("土地整备科", "用地管理科"),
            "综合整治", List.of("建筑设计科", "城市更新科", "综合科"),
            "民生设施", List.of("民生设施科", "项目实施科"));

    private DemoStages() {}

    /** The steps of a category, in order. */
    static List<Stage> chain(String category) {
        return Objects.requireNonNull(CHAINS.get(category), category);
    }

    /** The departments that lead projects of a category. */
    static List<String> leads(String category) {
        return Objects.requireNonNull(LEADS.get(category), category);
    }

    private static Stage stage(
            String name, int days, List<String> counts, double least, double most, int decimals, String evidence) {
        return new Stage(name, days, counts, least, most, decimals, evidence);
    }
}
