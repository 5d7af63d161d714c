package cn.guatu.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project of the demonstration year with its nodes, drawn once; what has happened by a date is read off it. */
record DemoProject(
        String code,
        String name,
        String phase,
        String category,
        String nature,
        String department,
        String leader,
        String owner,
        String assisting,
        String shares,
        String implementer,
        List<Step> steps) {

    /**
     * A node.
     *
     * @param planned planned date within the year
     * @param happens when it is really done, perhaps after the year; null when it never is
     * @param reported when the officer says so: some report late, which leaves 未报 behind
     * @param targetKey what it counts towards; null for a step that counts nothing
     * @param quantity planned quantity, null without target
     * @param delivered quantity on the certificate, null without target
     */
    record Step(
            String name,
            LocalDate planned,
            @Nullable LocalDate happens,
            @Nullable LocalDate reported,
            String owner,
            int days,
            @Nullable String targetKey,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal delivered,
            String evidence) {}
}
