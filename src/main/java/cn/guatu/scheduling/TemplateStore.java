package cn.guatu.scheduling;

import static cn.guatu.jooq.Tables.NODE_TEMPLATE;
import static cn.guatu.jooq.Tables.PHASE_TEMPLATE;
import static cn.guatu.jooq.Tables.STAGE_TEMPLATE;
import static cn.guatu.jooq.Tables.TEMPLATE_LINK;
import static cn.guatu.jooq.Tables.TEMPLATE_NODE;

import cn.guatu.jooq.tables.records.NodeTemplateRecord;
import cn.guatu.jooq.tables.records.StageTemplateRecord;
import cn.guatu.jooq.tables.records.TemplateLinkRecord;
import cn.guatu.jooq.tables.records.TemplateNodeRecord;
import cn.guatu.org.NameKey;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Violations;
import cn.guatu.project.Category;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes stage templates and which phase was planned from which. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TemplateStore {

    private final DSLContext sql;

    TemplateStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A draft with the next number of its name. */
    public TemplateId create(
            String name, Category category, @Nullable String remark, List<Stage> stages, Recording how) {
        int last = Objects.requireNonNullElse(
                sql.select(DSL.max(STAGE_TEMPLATE.NUMBER))
                        .from(STAGE_TEMPLATE)
                        .where(STAGE_TEMPLATE.NAME_KEY.eq(NameKey.of(name)))
                        .fetchOne(0, Integer.class),
                0);
        StageTemplateRecord row = sql.newRecord(STAGE_TEMPLATE);
        row.setName(name);
        row.setNameKey(NameKey.of(name));
        row.setNumber(last + 1);
        row.setCategory(category.name());
        row.setState(TemplateState.DRAFT.name());
        row.setRemark(remark);
        row.setChangedBy(how.actor());
        row.setChangedAt(how.at());
        row.setVersion(1);
        Violations.explained("阶段模板", row::insert);
        replaceStages(row.getId(), stages);
        return new TemplateId(row.getId());
    }

    public void update(
            TemplateId id, int version, Category category, @Nullable String remark, List<Stage> stages, Recording how) {
        int changed = sql.update(STAGE_TEMPLATE)
                .set(STAGE_TEMPLATE.CATEGORY, category.name())
                .set(STAGE_TEMPLATE.REMARK, remark)
                .set(STAGE_TEMPLATE.CHANGED_BY, how.actor())
                .set(STAGE_TEMPLATE.CHANGED_AT, how.at())
                .set(STAGE_TEMPLATE.VERSION, version + 1)
                .where(STAGE_TEMPLATE.ID.eq(id.value()))
                .and(STAGE_TEMPLATE.VERSION.eq(version))
                .and(STAGE_TEMPLATE.STATE.eq(TemplateState.DRAFT.name()))
                .execute();
        if (changed == 0) {
            throw Refusal.conflict("这个模板刚刚被他人修改或启用，您的修改没有保存；请刷新后核对。");
        }
        replaceStages(id.value(), stages);
    }

    private void replaceStages(long template, List<Stage> stages) {
        sql.deleteFrom(TEMPLATE_LINK)
                .where(TEMPLATE_LINK.TEMPLATE_ID.eq(template))
                .execute();
        sql.deleteFrom(TEMPLATE_NODE)
                .where(TEMPLATE_NODE.TEMPLATE_ID.eq(template))
                .execute();
        List<TemplateNodeRecord> nodes = new ArrayList<>();
        List<TemplateLinkRecord> links = new ArrayList<>();
        for (Stage stage : stages) {
            nodes.add(new TemplateNodeRecord(
                    template,
                    stage.position(),
                    stage.name(),
                    stage.promised(),
                    stage.statutory(),
                    stage.weight(),
                    stage.recognises(),
                    stage.evidence()));
            stage.after().forEach(from -> links.add(new TemplateLinkRecord(template, from, stage.position())));
        }
        Violations.explained("阶段模板", () -> {
            sql.batchInsert(nodes).execute();
            sql.batchInsert(links).execute();
            return true;
        });
    }

    public void state(TemplateId id, TemplateState state, Recording how) {
        sql.update(STAGE_TEMPLATE)
                .set(STAGE_TEMPLATE.STATE, state.name())
                .set(STAGE_TEMPLATE.CHANGED_BY, how.actor())
                .set(STAGE_TEMPLATE.CHANGED_AT, how.at())
                .set(STAGE_TEMPLATE.VERSION, STAGE_TEMPLATE.VERSION.plus(1))
                .where(STAGE_TEMPLATE.ID.eq(id.value()))
                .execute();
    }

    /** Only one number of a name can be applied. */
    public void retireOthers(StageTemplate template, Recording how) {
        sql.update(STAGE_TEMPLATE)
                .set(STAGE_TEMPLATE.STATE, TemplateState.RETIRED.name())
                .set(STAGE_TEMPLATE.CHANGED_BY, how.actor())
                .set(STAGE_TEMPLATE.CHANGED_AT, how.at())
                .where(STAGE_TEMPLATE.NAME_KEY.eq(NameKey.of(template.name())))
                .and(STAGE_TEMPLATE.ID.ne(template.id().value()))
                .and(STAGE_TEMPLATE.STATE.eq(TemplateState.ACTIVE.name()))
                .execute();
    }

    public void delete(TemplateId id) {
        sql.deleteFrom(TEMPLATE_LINK)
                .where(TEMPLATE_LINK.TEMPLATE_ID.eq(id.value()))
                .execute();
        sql.deleteFrom(TEMPLATE_NODE)
                .where(TEMPLATE_NODE.TEMPLATE_ID.eq(id.value()))
                .execute();
        Violations.explained(
                "阶段模板",
                () -> sql.deleteFrom(STAGE_TEMPLATE)
                        .where(STAGE_TEMPLATE.ID.eq(id.value()))
                        .execute());
    }

    public void applied(
            PhaseId phase, TemplateId template, LocalDate finish, Map<NodeId, Integer> positions, Recording how) {
        sql.deleteFrom(PHASE_TEMPLATE)
                .where(PHASE_TEMPLATE.PHASE_ID.eq(phase.value()))
                .execute();
        sql.insertInto(PHASE_TEMPLATE)
                .set(PHASE_TEMPLATE.PHASE_ID, phase.value())
                .set(PHASE_TEMPLATE.TEMPLATE_ID, template.value())
                .set(PHASE_TEMPLATE.FINISH, finish)
                .set(PHASE_TEMPLATE.APPLIED_BY, how.actor())
                .set(PHASE_TEMPLATE.APPLIED_AT, how.at())
                .execute();
        sql.deleteFrom(NODE_TEMPLATE)
                .where(NODE_TEMPLATE.PHASE_ID.eq(phase.value()))
                .execute();
        List<NodeTemplateRecord> rows = new ArrayList<>();
        positions.forEach((node, position) -> rows.add(new NodeTemplateRecord(node.value(), phase.value(), position)));
        sql.batchInsert(rows).execute();
    }
}
