package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.Position;
import cn.guatu.org.UnitKind;
import cn.guatu.project.Category;
import cn.guatu.project.PlanNature;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.DecisionStatus;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One record of the workbook in a form that does not depend on where it came from: the file and the database give the same line for
 * the same record, so "unchanged" is equality and export is a list of lines. References are folded keys, never database ids, because
 * a row may refer to a record that the same file creates. Quantities are in the unit of their target, without trailing zeros.
 */
public sealed interface Line {
    /** What makes two lines the same record (workbook.md); equal only to keys of the same sheet. */
    Object key();

    /** A short name for people, never empty. */
    String label();

    /** Heading → text of every column that a change can touch, in the order of the sheet; an empty cell is an empty text. */
    Map<String, String> fields();

    /** 组织. The key is the folded name. */
    record UnitLine(
            String key,
            String name,
            UnitKind kind,
            @Nullable String parent,
            @Nullable String parentName,
            @Nullable Integer sort)
            implements Line {
        @Override
        public String label() {
            return name;
        }

        @Override
        public Map<String, String> fields() {
            return Fields.of("名称", name)
                    .and("类型", kind.label())
                    .and("上级", parentName)
                    .and("排序", sort)
                    .map();
        }
    }

    /**
     * 人员. The key is the identity of semantics: account, or name and unit.
     *
     * @param key see {@link PersonKey}
     * @param unit folded name of the unit
     */
    record PersonLine(
            PersonKey key,
            String name,
            @Nullable String account,
            String unit,
            String unitName,
            @Nullable Position position,
            @Nullable String phone,
            @Nullable String email)
            implements Line {
        @Override
        public String label() {
            return name + "（" + unitName + "）";
        }

        @Override
        public Map<String, String> fields() {
            return Fields.of("姓名", name)
                    .and("账号", account)
                    .and("所属", unitName)
                    .and("岗位", position == null ? null : position.label())
                    .and("手机", phone)
                    .and("邮箱", email)
                    .map();
        }
    }

    /** Either the account, or the folded name and the folded unit. */
    record PersonKey(
            @Nullable String account,
            @Nullable String name,
            @Nullable String unit) {
        /** The key of a person who can sign in. */
        public static PersonKey account(String account) {
            return new PersonKey(account, null, null);
        }

        /** The key of a person without an account. */
        public static PersonKey named(String name, String unit) {
            return new PersonKey(null, name, unit);
        }
    }

    /**
     * The value part of a target row.
     *
     * @param value null: no figure yet
     * @param effective the date from which it holds
     */
    record Value(
            VersionStatus status,
            @Nullable BigDecimal value,
            boolean approx,
            @Nullable String docNo,
            LocalDate effective) {}

    /** 指标, without the numbers of its parts. The key is the folded code; {@code version} null means that nothing was ever said. */
    record TargetLine(
            String key,
            String code,
            String name,
            String unit,
            @Nullable Value version,
            @Nullable String parent,
            @Nullable OfWhich ofWhich,
            TargetKind kind,
            Direction direction,
            @Nullable BigDecimal base,
            Pace pace,
            String lead,
            String leadName,
            @Nullable String leader,
            @Nullable String source,
            @Nullable String definition,
            @Nullable BigDecimal weight,
            SortedMap<Integer, BigDecimal> plan)
            implements Line {
        @Override
        public String label() {
            return code + " " + name;
        }

        /** The same target with another value. */
        public TargetLine with(@Nullable Value other) {
            return new TargetLine(
                    key,
                    code,
                    name,
                    unit,
                    other,
                    parent,
                    ofWhich,
                    kind,
                    direction,
                    base,
                    pace,
                    lead,
                    leadName,
                    leader,
                    source,
                    definition,
                    weight,
                    plan);
        }

        /** The same target with another plan. */
        public TargetLine withPlan(SortedMap<Integer, BigDecimal> other) {
            return new TargetLine(
                    key,
                    code,
                    name,
                    unit,
                    version,
                    parent,
                    ofWhich,
                    kind,
                    direction,
                    base,
                    pace,
                    lead,
                    leadName,
                    leader,
                    source,
                    definition,
                    weight,
                    other);
        }

        @Override
        public Map<String, String> fields() {
            Fields all = Fields.of("编码", code)
                    .and("名称", name)
                    .and("单位", unit)
                    .and("年度目标", version == null ? null : Fields.number(version.value(), version.approx()))
                    .and("目标状态", version == null ? null : version.status().label())
                    .and("文号", version == null ? null : version.docNo())
                    .and("生效日期", version == null ? null : version.effective())
                    .and("上级指标", parent)
                    .and("其中关系", ofWhich == null ? null : ofWhich.label())
                    .and("类型", kind.label())
                    .and("方向", direction.label())
                    .and("基期值", Fields.number(base, false))
                    .and("序时方式", pace.label())
                    .and("牵头科室", leadName)
                    .and("责任领导", leader)
                    .and("来源", source)
                    .and("口径", definition)
                    .and("权重", Fields.number(weight, false));
            for (int month = 1; month <= 12; month++) {
                all.and(month + "月", Fields.number(plan.get(month), false));
            }
            return all.map();
        }
    }

    /** 目标分解. */
    record AllocationLine(Key key, String targetCode, String unitName, BigDecimal value, boolean approx)
            implements Line {
        /** Folded code of the target and folded name of the unit. */
        public record Key(String target, String unit) {}

        @Override
        public String label() {
            return targetCode + " " + unitName;
        }

        @Override
        public Map<String, String> fields() {
            return Fields.of("指标编码", targetCode)
                    .and("街道或科室", unitName)
                    .and("目标值", Fields.number(value, approx))
                    .map();
        }
    }

    /** Folded project code and folded phase name. */
    record PhaseKey(String project, String phase) {}

    /** One street of 街道占比; the share is a fraction above 0, at most 1. */
    record Share(String street, String streetName, BigDecimal share) {}

    /** One of 配合单位; {@code unit} is null for a body outside. */
    record Assist(@Nullable String unit, String name) {}

    /** 项目 (one row is one phase). {@code person} is null when 责任人 is only a name. */
    record PhaseLine(
            PhaseKey key,
            String projectCode,
            String projectName,
            String phaseName,
            Category category,
            PlanNature nature,
            String lead,
            String leadName,
            @Nullable String leader,
            String owner,
            @Nullable PersonKey person,
            List<Assist> assists,
            List<Share> shares,
            @Nullable String implementer,
            @Nullable String remark)
            implements Line {
        @Override
        public String label() {
            return projectCode + " " + projectName + " " + phaseName;
        }

        @Override
        public Map<String, String> fields() {
            return Fields.of("编码", projectCode)
                    .and("名称", projectName)
                    .and("分期", phaseName)
                    .and("类别", category.label())
                    .and("计划性质", nature.label())
                    .and("牵头科室", leadName)
                    .and("责任领导", leader)
                    .and("责任人", person == null ? owner + "（无账号）" : owner)
                    .and(
                            "配合单位",
                            String.join(";", assists.stream().map(Assist::name).toList()))
                    .and("街道占比", Fields.shares(shares))
                    .and("实施主体", implementer)
                    .and("备注", remark)
                    .map();
        }
    }

    /** Phase and folded node name. */
    record NodeKey(PhaseKey phase, String node) {}

    /** 节点. */
    record NodeLine(
            NodeKey key,
            String projectCode,
            String phaseName,
            String name,
            LocalDate planned,
            @Nullable LocalDate forecast,
            @Nullable LocalDate actual,
            @Nullable String owner,
            @Nullable PersonKey person,
            @Nullable BigDecimal weight,
            Set<NodeKey> predecessors,
            @Nullable Integer duration,
            @Nullable String target,
            @Nullable BigDecimal quantity,
            boolean approx,
            @Nullable String basis)
            implements Line {
        @Override
        public String label() {
            return projectCode + " " + phaseName + " " + name;
        }

        /** The same node with those of its predecessors that are among these. */
        public NodeLine withPredecessors(Set<NodeKey> among) {
            return new NodeLine(
                    key,
                    projectCode,
                    phaseName,
                    name,
                    planned,
                    forecast,
                    actual,
                    owner,
                    person,
                    weight,
                    predecessors.stream()
                            .filter(among::contains)
                            .collect(java.util.stream.Collectors.toUnmodifiableSet()),
                    duration,
                    target,
                    quantity,
                    approx,
                    basis);
        }

        @Override
        public Map<String, String> fields() {
            return Fields.of("项目编码", projectCode)
                    .and("分期", phaseName)
                    .and("节点名称", name)
                    .and("计划完成", planned)
                    .and("预计完成", forecast)
                    .and("实际完成", actual)
                    .and("责任人", owner == null ? null : person == null ? owner + "（无账号）" : owner)
                    .and("权重", Fields.number(weight, false))
                    .and("前置节点", Fields.predecessors(key.phase(), predecessors))
                    .and("工期(工作日)", duration)
                    .and("计入指标", target)
                    .and("计入数量", Fields.number(quantity, approx))
                    .and("依据", basis)
                    .map();
        }
    }

    /** 计入: a row of the ledger that stands. */
    record RecognitionLine(
            Key key,
            String projectCode,
            String phaseName,
            String targetCode,
            LocalDate occurredOn,
            BigDecimal quantity,
            @Nullable BigDecimal denominator,
            boolean approx,
            @Nullable String nodeName,
            @Nullable String batch,
            String evidence,
            @Nullable String reason)
            implements Line {
        /** Phase, target, node ("" for the phase alone) and {@code b:} batch or {@code e:} evidence. */
        public record Key(PhaseKey phase, String target, String node, String identity) {

            /** What makes a ledger row the same: its batch, or its evidence where there is no batch (semantics §2). */
            public static String identity(@Nullable String batch, String evidence) {
                return batch != null ? "b:" + NameKey.of(batch) : "e:" + NameKey.of(evidence);
            }
        }

        @Override
        public String label() {
            return projectCode + " " + phaseName + " " + targetCode + " " + (batch == null ? evidence : batch);
        }

        @Override
        public Map<String, String> fields() {
            return Fields.of("项目编码", projectCode)
                    .and("分期", phaseName)
                    .and("指标编码", targetCode)
                    .and("日期", occurredOn)
                    .and("数量", Fields.number(quantity, approx))
                    .and("分母", Fields.number(denominator, false))
                    .and("节点名称", nodeName)
                    .and("批次", batch)
                    .and("依据", evidence)
                    .and("备注", reason)
                    .map();
        }
    }

    /** 会议议定. */
    record DecisionLine(
            Key key,
            String matter,
            String lead,
            String leadName,
            @Nullable String assisting,
            LocalDate due,
            DecisionStatus status,
            @Nullable String progress)
            implements Line {
        /** Meeting date and folded matter. */
        public record Key(LocalDate meeting, String matter) {}

        @Override
        public String label() {
            return key.meeting() + " " + matter;
        }

        @Override
        public Map<String, String> fields() {
            return Fields.of("会议日期", key.meeting())
                    .and("事项", matter)
                    .and("牵头", leadName)
                    .and("配合", assisting)
                    .and("完成时限", due)
                    .and("状态", status.label())
                    .and("进展", progress)
                    .map();
        }
    }

    /** 堵点. {@code responsible} is null for a body outside. */
    record BlockerLine(
            Key key,
            String projectCode,
            String phaseName,
            String problem,
            @Nullable BlockerCause cause,
            @Nullable String responsible,
            String responsibleName,
            LocalDate raisedOn,
            @Nullable LocalDate due,
            @Nullable String target,
            @Nullable BigDecimal quantity,
            boolean approx,
            BlockerStatus status)
            implements Line {
        /** Phase and folded problem. */
        public record Key(PhaseKey phase, String problem) {}

        @Override
        public String label() {
            return projectCode + " " + phaseName + " " + problem;
        }

        @Override
        public Map<String, String> fields() {
            return Fields.of("项目编码", projectCode)
                    .and("分期", phaseName)
                    .and("问题", problem)
                    .and("原因类别", cause == null ? null : cause.label())
                    .and("责任单位", responsibleName)
                    .and("提出日期", raisedOn)
                    .and("要求解决日期", due)
                    .and("涉及指标", target)
                    .and("涉及数量", Fields.number(quantity, approx))
                    .and("状态", status.label())
                    .map();
        }
    }
}
