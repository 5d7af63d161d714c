package cn.guatu.project;

import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_ASSIST;
import static cn.guatu.jooq.Tables.PHASE_ASSIST_HISTORY;
import static cn.guatu.jooq.Tables.PHASE_HISTORY;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.PHASE_SHARE_HISTORY;
import static cn.guatu.jooq.Tables.PROJECT;

import cn.guatu.jooq.tables.records.PhaseAssistRecord;
import cn.guatu.jooq.tables.records.PhaseRecord;
import cn.guatu.jooq.tables.records.PhaseShareRecord;
import cn.guatu.jooq.tables.records.ProjectRecord;
import cn.guatu.org.NameKey;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Parts;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.platform.persistence.Violations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes phases with their assisting units and shares, and the projects they belong to. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PhaseStore {

    private static final Rows<PhaseRecord> PHASES = new Rows<>(
            "分期",
            PHASE,
            PHASE_HISTORY,
            PHASE.ID,
            PHASE.VERSION,
            List.of(PHASE.PROJECT_ID, PHASE.PLAN_YEAR, PHASE.NAME_KEY));
    private static final Parts<PhaseAssistRecord> ASSISTING =
            new Parts<>("配合单位", PHASE_ASSIST, PHASE_ASSIST_HISTORY, PHASE_ASSIST.PHASE_ID);
    private static final Parts<PhaseShareRecord> SHARES =
            new Parts<>("街道占比", PHASE_SHARE, PHASE_SHARE_HISTORY, PHASE_SHARE.PHASE_ID);

    /** What a save did; formerLeads says who led the phases that have another lead now. */
    record Saved(List<PhaseId> ids, Set<PhaseId> changed, Map<PhaseId, UnitId> formerLeads) {}

    private final DSLContext sql;

    PhaseStore(DSLContext sql) {
        this.sql = sql;
    }

    public Saved save(List<PhaseData> phases, @Nullable Integer version, LocalDate today, Recording how) {
        Map<String, Long> projects = projects(phases);
        Map<Long, Long> leads = leads(phases);
        Rows.Saved rows = PHASES.save(
                sql,
                phases.stream().map(phase -> toRow(phase, projects, version)).toList(),
                how.at());

        Map<Long, List<PhaseAssistRecord>> assisting = new LinkedHashMap<>();
        Map<Long, PhaseData> byId = new LinkedHashMap<>();
        for (int i = 0; i < phases.size(); i++) {
            Long id = rows.ids().get(i);
            byId.put(id, phases.get(i));
            assisting.put(id, toRows(id, phases.get(i).assisting()));
        }
        Set<Long> changed = new HashSet<>(rows.changed());
        Set<Long> partsOnly = new HashSet<>(ASSISTING.replace(sql, assisting, how.at()));
        partsOnly.addAll(saveShares(byId, today, how));
        partsOnly.removeAll(rows.changed());
        countUp(partsOnly, how);
        changed.addAll(partsOnly);

        Map<PhaseId, UnitId> formerLeads = new LinkedHashMap<>();
        byId.forEach((id, phase) -> {
            Long before = leads.get(id);
            if (before != null && before != phase.lead().value()) {
                formerLeads.put(new PhaseId(id), new UnitId(before));
            }
        });
        return new Saved(rows.ids().stream().map(PhaseId::new).toList(), ids(changed), formerLeads);
    }

    /** Removes a phase without nodes, with its shares and assisting units; its project stays while it has other phases. */
    public void remove(Phase phase, int version, Recording how) {
        long id = phase.id().value();
        ASSISTING.replace(sql, Map.of(id, List.of()), how.at());
        SHARES.replace(sql, Map.of(id, List.of()), how.at());
        Violations.explained("分期", () -> {
            int gone = sql.deleteFrom(PHASE)
                    .where(PHASE.ID.eq(id))
                    .and(PHASE.VERSION.eq(version))
                    .execute();
            if (gone == 0) {
                throw Refusal.conflict("这个分期刚刚被他人修改或删除，没有删除；请刷新后核对。");
            }
            return true;
        });
        Temporal.keep(sql, PHASE, PHASE_HISTORY, PHASE.ID.eq(id), how.at());
    }

    public boolean changeShares(
            PhaseId phase, int version, List<Share> shares, LocalDate effectiveFrom, Recording how) {
        Integer now = sql.select(PHASE.VERSION)
                .from(PHASE)
                .where(PHASE.ID.eq(phase.value()))
                .forUpdate()
                .fetchOne(PHASE.VERSION);
        if (now == null || now != version) {
            throw Refusal.conflict("这个分期刚刚被他人修改，街道占比没有保存；请刷新后重试。");
        }
        List<PhaseShareRecord> rows = new ArrayList<>(sql.selectFrom(PHASE_SHARE)
                .where(PHASE_SHARE.PHASE_ID.eq(phase.value()))
                .and(PHASE_SHARE.EFFECTIVE_FROM.ne(effectiveFrom))
                .fetch());
        rows.addAll(toRows(phase.value(), effectiveFrom, shares));
        boolean changed =
                !SHARES.replace(sql, Map.of(phase.value(), rows), how.at()).isEmpty();
        if (changed) {
            countUp(Set.of(phase.value()), how);
        }
        return changed;
    }

    /** The wanted shares beside the sets that are there: a set that differs from the one in force begins today. */
    private Set<Long> saveShares(Map<Long, PhaseData> phases, LocalDate today, Recording how) {
        Map<Long, List<PhaseShareRecord>> existing = new LinkedHashMap<>();
        sql.selectFrom(PHASE_SHARE)
                .where(PHASE_SHARE.PHASE_ID.in(phases.keySet()))
                .orderBy(PHASE_SHARE.PHASE_ID, PHASE_SHARE.EFFECTIVE_FROM, PHASE_SHARE.POSITION, PHASE_SHARE.STREET_ID)
                .forEach(row -> existing.computeIfAbsent(row.getPhaseId(), id -> new ArrayList<>())
                        .add(row));
        Map<Long, List<PhaseShareRecord>> wanted = new LinkedHashMap<>();
        phases.forEach((id, phase) -> {
            List<PhaseShareRecord> sets = existing.getOrDefault(id, List.of());
            LocalDate inForce = sets.stream()
                    .map(PhaseShareRecord::getEffectiveFrom)
                    .filter(from -> !from.isAfter(today))
                    .max(LocalDate::compareTo)
                    .orElse(null);
            List<PhaseShareRecord> now = sets.stream()
                    .filter(row -> row.getEffectiveFrom().equals(inForce))
                    .toList();
            LocalDate from = sets.isEmpty() ? ShareSet.ALWAYS : today;
            if (!sameShares(now, phase.shares())) {
                List<PhaseShareRecord> rows = new ArrayList<>(sets);
                rows.removeIf(row -> row.getEffectiveFrom().equals(from));
                rows.addAll(toRows(id, from, phase.shares()));
                wanted.put(id, rows);
            }
        });
        return SHARES.replace(sql, wanted, how.at());
    }

    private static boolean sameShares(List<PhaseShareRecord> rows, List<Share> shares) {
        if (rows.size() != shares.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            PhaseShareRecord row = rows.get(i);
            Share share = shares.get(i);
            if (row.getStreetId() != share.street().value()
                    || row.getPosition() != share.position()
                    || row.getShare().compareTo(rounded(share)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** A phase whose parts have changed has changed: an edit of it must not overlook that. */
    private void countUp(Set<Long> phases, Recording how) {
        if (phases.isEmpty()) {
            return;
        }
        sql.update(PHASE)
                .set(PHASE.VERSION, PHASE.VERSION.plus(1))
                .where(PHASE.ID.in(phases))
                .execute();
        Temporal.keep(sql, PHASE, PHASE_HISTORY, PHASE.ID.in(phases), how.at());
    }

    /** The projects of the phases by the key of their code; those that are new are created. */
    private Map<String, Long> projects(List<PhaseData> phases) {
        Map<String, String> codes = new LinkedHashMap<>();
        phases.forEach(phase -> codes.putIfAbsent(NameKey.ofCode(phase.projectCode()), phase.projectCode()));
        Map<String, Long> known = projects(codes.keySet());
        List<ProjectRecord> added = new ArrayList<>();
        codes.forEach((key, code) -> {
            if (!known.containsKey(key)) {
                ProjectRecord row = new ProjectRecord();
                row.setCode(code);
                row.setCodeKey(key);
                added.add(row);
            }
        });
        if (added.isEmpty()) {
            return known;
        }
        Violations.explained("项目", () -> sql.batchInsert(added).execute());
        return projects(codes.keySet());
    }

    private Map<String, Long> projects(Collection<String> keys) {
        return sql.select(PROJECT.CODE_KEY, PROJECT.ID)
                .from(PROJECT)
                .where(PROJECT.CODE_KEY.in(keys))
                .fetchMap(PROJECT.CODE_KEY, PROJECT.ID);
    }

    private Map<Long, Long> leads(List<PhaseData> phases) {
        List<Long> ids = phases.stream()
                .map(PhaseData::id)
                .filter(Objects::nonNull)
                .map(PhaseId::value)
                .sorted()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : sql.select(PHASE.ID, PHASE.LEAD_UNIT_ID)
                        .from(PHASE)
                        .where(PHASE.ID.in(ids))
                        .orderBy(PHASE.ID)
                        .forUpdate()
                        .fetchMap(PHASE.ID, PHASE.LEAD_UNIT_ID);
    }

    private static Set<PhaseId> ids(Collection<Long> keys) {
        return keys.stream().map(PhaseId::new).collect(Collectors.toSet());
    }

    private static BigDecimal rounded(Share share) {
        return share.share().setScale(12, RoundingMode.HALF_UP);
    }

    private static PhaseRecord toRow(PhaseData phase, Map<String, Long> projects, @Nullable Integer version) {
        PhaseRecord row = new PhaseRecord();
        row.setId(phase.id() == null ? null : phase.id().value());
        row.setProjectId(projects.get(NameKey.ofCode(phase.projectCode())));
        row.setPlanYear((short) phase.year());
        row.setName(phase.name());
        row.setNameKey(NameKey.of(phase.name()));
        row.setProjectName(phase.projectName());
        row.setCategory(phase.category().name());
        row.setNature(phase.nature().name());
        row.setLeadUnitId(phase.lead().value());
        row.setLeaderName(phase.leader());
        row.setOwnerName(phase.owner());
        row.setOwnerId(phase.ownerId() == null ? null : phase.ownerId().value());
        row.setImplementer(phase.implementer());
        row.setRemark(phase.remark());
        row.setStartsOn(phase.startsOn());
        row.setSortOrder(phase.sortOrder());
        row.setVersion(version);
        return row;
    }

    private static List<PhaseAssistRecord> toRows(Long phase, List<Assisting> assisting) {
        List<PhaseAssistRecord> rows = new ArrayList<>();
        for (Assisting each : assisting) {
            PhaseAssistRecord row = new PhaseAssistRecord();
            row.setPhaseId(phase);
            row.setPosition(rows.size() + 1);
            row.setUnitId(each.unit() == null ? null : each.unit().value());
            row.setName(each.name());
            rows.add(row);
        }
        return rows;
    }

    private static List<PhaseShareRecord> toRows(Long phase, LocalDate from, List<Share> shares) {
        List<PhaseShareRecord> rows = new ArrayList<>();
        for (Share share : shares) {
            PhaseShareRecord row = new PhaseShareRecord();
            row.setPhaseId(phase);
            row.setEffectiveFrom(from);
            row.setStreetId(share.street().value());
            row.setPosition(share.position());
            row.setShare(rounded(share));
            rows.add(row);
        }
        return rows;
    }
}
