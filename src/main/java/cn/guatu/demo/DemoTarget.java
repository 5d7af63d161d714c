package cn.guatu.demo;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target of the demonstration year, in the words of the workbook; written down in {@link #all()}. */
final class DemoTarget {

    private final String code;
    private final String name;
    private final String unit;
    private final String department;
    private final int weight;
    private String kind = "累计";
    private String direction = "越大越好";
    private String method = "月度";
    private String definition = "以批复、合同或证书载明的数量为准";
    private @Nullable String parent;
    private @Nullable String ofWhich;
    private @Nullable String key;
    private @Nullable BigDecimal value;
    private @Nullable BigDecimal base;
    private double ambition = 1;
    private double pace = 1;
    private boolean byStreet;
    private boolean provisional;

    private DemoTarget(String code, String name, String unit, String department, double pace, int weight) {
        this.code = code;
        this.name = name;
        this.unit = unit;
        this.department = department;
        this.pace = pace;
        this.weight = weight;
    }

    /**
     * A 累计 target that the stages of projects count towards.
     *
     * @param key what stages name to count towards it
     * @param ambition target / planned quantities: above 1 leaves a gap, below 1 a reserve; the generator works the value out
     * @param pace how the work goes: 1 as planned, more is late, less is early
     */
    static DemoTarget flow(
            String code,
            String name,
            String unit,
            String department,
            String key,
            double ambition,
            double pace,
            int weight) {
        DemoTarget target = new DemoTarget(code, name, unit, department, pace, weight);
        target.key = key;
        target.ambition = ambition;
        return target;
    }

    /** A 里程碑 target over the nodes that name the key. */
    static DemoTarget milestone(String code, String name, String department, String key, double pace, int weight) {
        DemoTarget target = new DemoTarget(code, name, "项", department, pace, weight);
        target.kind = "里程碑";
        target.method = "节点";
        target.key = key;
        target.definition = "以节点完成为准";
        return target;
    }

    /** A target fed by monthly statistics; a null value is one that the city has not named yet. */
    static DemoTarget measured(
            String code,
            String name,
            String unit,
            String kind,
            String direction,
            String department,
            @Nullable Double value,
            @Nullable Double base,
            double pace,
            int weight) {
        DemoTarget target = new DemoTarget(code, name, unit, department, pace, weight);
        target.kind = kind;
        target.direction = direction;
        target.value = value == null ? null : BigDecimal.valueOf(value);
        target.base = base == null ? null : BigDecimal.valueOf(base);
        target.definition = "按月统计口径";
        return target;
    }

    /** 其中: 全部 or 部分 of another target. */
    DemoTarget partOf(String parentCode, String relation) {
        parent = parentCode;
        ofWhich = relation;
        return this;
    }

    /** Split by street in 目标分解. */
    DemoTarget allocatedToStreets() {
        byStreet = true;
        return this;
    }

    /** Stays 预计 all year. */
    DemoTarget stillProvisional() {
        provisional = true;
        return this;
    }

    /** With another 序时方式 than 月度. */
    DemoTarget paced(String otherMethod) {
        method = otherMethod;
        return this;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    String kind() {
        return kind;
    }

    String direction() {
        return direction;
    }

    String method() {
        return method;
    }

    String department() {
        return department;
    }

    @Nullable
    String parent() {
        return parent;
    }

    @Nullable
    String ofWhich() {
        return ofWhich;
    }

    @Nullable
    String key() {
        return key;
    }

    @Nullable
    BigDecimal value() {
        return value;
    }

    @Nullable
    BigDecimal base() {
        return base;
    }

    double ambition() {
        return ambition;
    }

    double pace() {
        return pace;
    }

    int weight() {
        return weight;
    }

    boolean byStreet() {
        return byStreet;
    }

    boolean provisional() {
        return provisional;
    }

    String definition() {
        return definition;
    }

    /** The year's list: what a district's renewal and land bureau answers for. */
    static List<DemoTarget> all() {
        String plan = "计划规划科";
        String renewal = "城市更新科";
        String land = "土地整备科";
        String use = "用地管理科";
        String design = "建筑设计科";
        String build = "项目实施科";
        String welfare = "民生设施科";
        String office = "综合科";
        return List.of(
                measured("T01", "固定资产投资", "亿元", "累计", "越大越好", build, 242.0, null, 1.18, 20)
                        .paced("计划"),
                flow("T02", "城市更新土地供应", "公顷", use, "供地", 1.12, 1.1, 15).allocatedToStreets(),
                flow("T02.1", "公共设施用地", "公顷", use, "公设供地", 1.2, 1.2, 5).partOf("T02", "部分"),
                flow("T02.2", "产业用地", "公顷", use, "产业供地", 1.15, 0.95, 5).partOf("T02", "部分"),
                flow("T03", "公共住房规划配建", "套", plan, "公共住房", 1.25, 1.0, 15).allocatedToStreets(),
                flow("T03.1", "人才住房", "套", plan, "人才住房", 1.2, 1.0, 5).partOf("T03", "部分"),
                flow("T03.2", "保障性租赁住房", "套", plan, "保租房", 1.35, 1.15, 5).partOf("T03", "部分"),
                flow("T04", "新开工住房", "万平方米", build, "开工住房", 0.62, 1.0, 10),
                flow("T05", "更新单元规划审批", "公顷", plan, "规划审批", 1.12, 0.92, 10),
                flow("T06", "产业空间筹集", "万平方米", plan, "产业空间", 0.85, 0.9, 10).allocatedToStreets(),
                flow("T06.1", "规划提供产业空间", "万平方米", plan, "规划产业", 1.1, 0.9, 5).partOf("T06", "全部"),
                flow("T06.2", "旧工业区提升空间", "万平方米", design, "提升产业", 1.05, 1.0, 5).partOf("T06", "全部"),
                flow("T07", "竣工验收面积", "万平方米", build, "竣工", 0.86, 0.85, 10),
                flow("T08", "新增学位", "座", welfare, "学位", 0.8, 0.85, 10),
                flow("T09", "土地整备入库", "公顷", land, "入库", 0.8, 1.06, 15).allocatedToStreets(),
                flow("T09.1", "利益统筹项目入库", "公顷", land, "统筹入库", 0.7, 1.05, 5).partOf("T09", "部分"),
                flow("T10", "旧工业区综合整治", "万平方米", design, "综合整治", 1.1, 1.0, 5),
                flow("T11", "消化违法建筑", "万平方米", land, "消违", 1.25, 0.98, 10),
                flow("T12", "实施主体确认", "个", renewal, "主体确认", 1.3, 1.08, 8),
                flow("T13", "更新计划立项", "个", renewal, "立项", 1.28, 0.8, 5),
                flow("T14", "补偿协议签订", "宗", land, "签约", 1.3, 1.05, 8),
                flow("T15", "建设工程规划许可", "万平方米", design, "工规", 0.95, 1.0, 5),
                flow("T16", "公共停车位", "个", welfare, "车位", 0.55, 0.95, 3),
                flow("T17", "养老床位", "张", welfare, "床位", 0.6, 1.0, 3),
                flow("T18", "医疗床位", "张", welfare, "医疗床位", 0.62, 1.0, 3),
                flow("T19", "公园绿地", "公顷", welfare, "公园", 0.85, 0.9, 3),
                flow("T20", "地价款入库", "亿元", use, "地价", 1.0, 1.12, 5).paced("按日"),
                flow("T21", "城中村综合整治", "个", renewal, "城中村", 1.0, 1.0, 5),
                milestone("T22", "重点片区年度里程碑", renewal, "片区", 1.05, 10),
                milestone("T23", "制度建设清单", office, "制度", 0.95, 3),
                milestone("T24", "历史遗留问题销项", land, "遗留", 1.25, 5),
                measured("T25", "审批事项按期办结率", "%", "比率", "越大越好", use, 1.0, null, 0.97, 5),
                measured("T26", "信访事项按期答复率", "%", "比率", "越大越好", office, 0.98, null, 0.93, 3),
                measured("T27", "在管储备土地", "公顷", "时点", "越大越好", land, 320.0, null, 0.88, 3),
                measured("T28", "在册闲置土地", "公顷", "时点", "越小越好", use, 12.0, 60.0, 0.7, 3),
                flow("T29", "历史建筑活化利用", "处", design, "活化", 1.0, 1.1, 2).stillProvisional(),
                flow("T30", "碧道建设", "公里", welfare, "碧道", 1.0, 0.9, 2),
                measured("T31", "低效用地再开发试点", "公顷", "累计", "越大越好", plan, null, null, 1, 5)
                        .stillProvisional());
    }
}
