package cn.guatu.scheduling;

import static cn.guatu.jooq.Tables.NODE_TEMPLATE;
import static cn.guatu.jooq.Tables.PHASE_TEMPLATE;
import static cn.guatu.jooq.Tables.STAGE_TEMPLATE;
import static cn.guatu.jooq.Tables.TEMPLATE_LINK;
import static cn.guatu.jooq.Tables.TEMPLATE_NODE;

import cn.guatu.project.Category;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads stage templates and what was planned from them. */
@Repository
class TemplateQueries {

    private final DSLContext sql;

    TemplateQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** All templates, the active ones of a name first, then the latest number. */
    public List<StageTemplate> all() {
        Map<Long, List<Stage>> stages = stages();
        Map<Long, Integer> used = sql.select(PHASE_TEMPLATE.TEMPLATE_ID, DSL.count())
                .from(PHASE_TEMPLATE)
                .groupBy(PHASE_TEMPLATE.TEMPLATE_ID)
                .fetchMap(PHASE_TEMPLATE.TEMPLATE_ID, DSL.count());
        return sql.selectFrom(STAGE_TEMPLATE)
                .orderBy(STAGE_TEMPLATE.NAME_KEY, STAGE_TEMPLATE.NUMBER.desc())
                .fetch(row -> new StageTemplate(
                        new TemplateId(row.getId()),
                        row.getName(),
                        row.getNumber(),
                        Category.valueOf(row.getCategory()),
                        TemplateState.valueOf(row.getState()),
                        row.getRemark(),
                        stages.getOrDefault(row.getId(), List.of()),
                        used.getOrDefault(row.getId(), 0),
                        row.getChangedBy(),
                        row.getChangedAt(),
                        row.getVersion()));
    }

    private Map<Long, List<Stage>> stages() {
        Map<Long, Map<Integer, Set<Integer>>> after = new HashMap<>();
        sql.selectFrom(TEMPLATE_LINK)
                .forEach(link -> after.computeIfAbsent(link.getTemplateId(), id -> new HashMap<>())
                        .computeIfAbsent(link.getToPosition(), to -> new HashSet<>())
                        .add(link.getFromPosition()));
        Map<Long, List<Stage>> stages = new HashMap<>();
        sql.selectFrom(TEMPLATE_NODE)
                .orderBy(TEMPLATE_NODE.TEMPLATE_ID, TEMPLATE_NODE.POSITION)
                .forEach(row -> stages.computeIfAbsent(row.getTemplateId(), id -> new ArrayList<>())
                        .add(new Stage(
                                row.getPosition(),
                                row.getName(),
                                row.getPromisedDays(),
                                row.getStatutoryDays(),
                                row.getWeight(),
                                row.getRecognises(),
                                row.getEvidence(),
                                after.getOrDefault(row.getTemplateId(), Map.of())
                                        .getOrDefault(row.getPosition(), Set.of()))));
        return stages;
    }

    /** The template that a phase was planned from. */
    public Optional<TemplateId> templateOf(PhaseId phase) {
        return sql.select(PHASE_TEMPLATE.TEMPLATE_ID)
                .from(PHASE_TEMPLATE)
                .where(PHASE_TEMPLATE.PHASE_ID.eq(phase.value()))
                .fetchOptional(row -> new TemplateId(row.value1()));
    }

    /** Which stage each node of a phase came from. */
    public Map<NodeId, Integer> positions(PhaseId phase) {
        Map<NodeId, Integer> positions = new HashMap<>();
        sql.select(NODE_TEMPLATE.NODE_ID, NODE_TEMPLATE.POSITION)
                .from(NODE_TEMPLATE)
                .where(NODE_TEMPLATE.PHASE_ID.eq(phase.value()))
                .forEach(row -> positions.put(new NodeId(row.value1()), row.value2()));
        return positions;
    }

    /** The phases that were planned from a template. */
    public List<PhaseId> usersOf(TemplateId template) {
        return sql.select(PHASE_TEMPLATE.PHASE_ID)
                .from(PHASE_TEMPLATE)
                .where(PHASE_TEMPLATE.TEMPLATE_ID.eq(template.value()))
                .orderBy(PHASE_TEMPLATE.PHASE_ID)
                .fetch(row -> new PhaseId(row.value1()));
    }
}
