package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.ParsedWorkbook;
import cn.guatu.workbook.sheet.RowAt;
import cn.guatu.workbook.sheet.SheetKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet that are good so far, beside the records of the same sheet that the system has. */
final class SheetRows<K, L extends Line> {
    private final ParsedWorkbook file;
    private final Findings findings;
    private final SheetKind kind;
    private final Column where;
    private final Map<K, L> system;
    private final Map<K, L> merged;
    private final Map<K, RowAt> rows = new LinkedHashMap<>();
    private final List<Change<L>> changes = new ArrayList<>();
    private int unchanged;

    SheetRows(ParsedWorkbook file, Findings findings, SheetKind kind, Column where, Map<K, L> system) {
        this.file = file;
        this.findings = findings;
        this.kind = kind;
        this.where = where;
        this.system = system;
        this.merged = new LinkedHashMap<>(system);
    }

    @SuppressWarnings("unchecked") // the key of a line is the key of its sheet
    void add(RowAt at, L line) {
        add(at, line, system.get((K) line.key()));
    }

    @SuppressWarnings("unchecked") // the key of a line is the key of its sheet
    void add(RowAt at, L line, @Nullable L before) {
        K key = (K) line.key();
        RowAt first = rows.putIfAbsent(key, at);
        if (first != null) {
            findings.error(at, where, line.label(), "每条记录一行；与第 " + first.row() + " 行重复");
            return;
        }
        merged.put(key, line);
        if (line.equals(before)) {
            unchanged++;
        } else {
            changes.add(new Change<>(line, before, at));
        }
    }

    SheetKind kind() {
        return kind;
    }

    Map<K, L> merged() {
        return merged;
    }

    List<L> lines() {
        return rows.keySet().stream()
                .map(key -> Objects.requireNonNull(merged.get(key)))
                .toList();
    }

    @Nullable
    RowAt at(K key) {
        return rows.get(key);
    }

    SheetChanges<L> changes() {
        List<String> missing = file.present().contains(kind)
                ? system.entrySet().stream()
                        .filter(each -> !rows.containsKey(each.getKey()))
                        .map(each -> each.getValue().label())
                        .toList()
                : List.of();
        return new SheetChanges<>(kind, List.copyOf(changes), unchanged, missing);
    }
}
