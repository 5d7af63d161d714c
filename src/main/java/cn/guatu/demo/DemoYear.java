package cn.guatu.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The whole demonstration year, drawn once from a seed: the same seed and year give the same plan. What the bureau's workbook says on a day
 * is read off it by {@link DemoSheets}.
 */
final class DemoYear {

    static final int PROJECTS = 150;

    /** A row of the ledger that no node stands for: monthly statistics, or the whole of which a part was recognised. */
    record Entry(
            DemoProject project,
            String targetCode,
            LocalDate date,
            LocalDate reported,
            BigDecimal quantity,
            @Nullable BigDecimal denominator,
            String unit,
            @Nullable String batch,
            String evidence) {}

    private final int year;
    private final DemoPeople people;
    private final List<DemoTarget> targets;
    private final List<DemoProject> projects;
    private final Map<String, String> codeOfKey = new HashMap<>();
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final SplittableRandom random;

    DemoYear(int year, long seed) {
        this.year = year;
        random = new SplittableRandom(seed);
        people = new DemoPeople(random.split());
        targets = DemoTarget.all();
        Map<String, Double> paceOf = new HashMap<>();
        for (DemoTarget t : targets) {
            if (t.key() != null) {
                paceOf.put(t.key(), t.pace());
                codeOfKey.put(t.key(), t.code());
            }
        }
        projects = new DemoProjects(random.split(), people, paceOf, year).draw(PROJECTS);
        targets.reversed().forEach(t -> values.put(t.code(), value(t)));
        statistics();
        wholes();
    }

    int year() {
        return year;
    }

    DemoPeople people() {
        return people;
    }

    List<DemoTarget> targets() {
        return targets;
    }

    List<DemoProject> projects() {
        return projects;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The code of the target that a key counts towards. */
    String codeOf(String key) {
        return codeOfKey.getOrDefault(key, "");
    }

    /** The city's figure; null while it is not known. */
    @Nullable
    BigDecimal valueOf(DemoTarget target) {
        BigDecimal value = values.get(target.code());
        return value == null || value.signum() == 0 ? null : value;
    }

    /** What the nodes of planned projects in a street plan for a target, shares applied; of all streets when the street is null. */
    BigDecimal planned(DemoTarget target, @Nullable String street) {
        BigDecimal sum = BigDecimal.ZERO;
        for (DemoProject project : projects) {
            if (project.nature().equals("计划内")) {
                for (DemoProject.Step step : project.steps()) {
                    if (step.quantity() != null && target.code().equals(codeOf(String.valueOf(step.targetKey())))) {
                        sum = sum.add(step.quantity().multiply(share(project, street)));
                    }
                }
            }
        }
        return sum;
    }

    private static BigDecimal share(DemoProject project, @Nullable String street) {
        if (street == null) {
            return BigDecimal.ONE;
        }
        for (String part : project.shares().split(";")) {
            String[] words = part.split(":");
            if (words[0].equals(street)) {
                return words.length == 1 ? BigDecimal.ONE : new BigDecimal(words[1].replace("%", "")).movePointLeft(2);
            }
        }
        return BigDecimal.ZERO;
    }

    private @Nullable BigDecimal value(DemoTarget t) {
        if (t.value() != null || t.key() == null) {
            return t.value();
        }
        BigDecimal whole = planned(t, null);
        for (DemoTarget part : targets) {
            if (t.code().equals(part.parent())) {
                whole = whole.add("全部".equals(part.ofWhich()) ? part(part) : planned(part, null));
            }
        }
        return round(whole.multiply(BigDecimal.valueOf(t.ambition())));
    }

    private BigDecimal part(DemoTarget part) {
        BigDecimal value = values.get(part.code());
        return value == null ? BigDecimal.ZERO : value;
    }

    /** Targets are round numbers: two significant digits, three from a thousand on. */
    private static BigDecimal round(BigDecimal value) {
        if (value.signum() == 0) {
            return value;
        }
        int digits = value.precision() - value.scale();
        BigDecimal rounded = value.setScale(Math.min(1, 2 - digits), RoundingMode.HALF_UP);
        return rounded.signum() == 0
                ? value.setScale(1, RoundingMode.UP)
                : rounded.setScale(Math.max(0, rounded.scale()));
    }

    /** 固定资产投资 by project and month, the two ratios and the two stocks: figures that come from monthly statistics. */
    private void statistics() {
        List<DemoProject> sites = projects.stream()
                .filter(p -> p.nature().equals("计划内"))
                .limit(48)
                .toList();
        DemoTarget investment = target("T01");
        double perMonth = number(investment.value()) / sites.size() / 12;
        for (int month = 1; month <= 12; month++) {
            LocalDate end = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
            double season = month <= 2 ? 0.5 : month <= 6 ? 0.86 : 0.98;
            for (DemoProject site : sites) {
                monthly(site, investment, end, perMonth * season * (0.4 + random.nextDouble() * 0.95), null, 3);
            }
            ratio("T25", end, 120 + random.nextInt(60), 0.965);
            ratio("T26", end, 30 + random.nextInt(25), 0.93);
            stock("T27", end, 205 + month * 9.2);
            stock("T28", end, 30 - month * 1.1);
        }
    }

    private void ratio(String code, LocalDate end, int due, double share) {
        DemoTarget target = target(code);
        List<DemoProject> own = own(target);
        for (int i = 0; i < Math.min(3, own.size()); i++) {
            int total = due / 3 + i;
            int done = (int) Math.round(total * Math.min(1, share + random.nextGaussian() * 0.02));
            entries.add(new Entry(
                    own.get(i),
                    code,
                    end,
                    end.plusDays(3),
                    BigDecimal.valueOf(Math.max(1, done)),
                    BigDecimal.valueOf(total),
                    "",
                    "%d年%d月".formatted(year, end.getMonthValue()),
                    target.name() + "统计月报"));
        }
    }

    private void stock(String code, LocalDate end, double value) {
        DemoTarget target = target(code);
        List<DemoProject> own = own(target);
        for (int i = 0; i < Math.min(2, own.size()); i++) {
            monthly(own.get(i), target, end, value * (i == 0 ? 0.62 : 0.38), null, 1);
        }
    }

    private void monthly(
            DemoProject project,
            DemoTarget target,
            LocalDate end,
            double value,
            @Nullable BigDecimal denominator,
            int decimals) {
        BigDecimal quantity = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        if (quantity.signum() > 0) {
            entries.add(new Entry(
                    project,
                    target.code(),
                    end,
                    end.plusDays(4),
                    quantity,
                    denominator,
                    target.unit(),
                    "%d年%d月".formatted(year, end.getMonthValue()),
                    target.name() + "统计月报"));
        }
    }

    /** A part of a whole (其中, 部分) is recognised for the part by its node; the whole gets its own row on the same evidence. */
    private void wholes() {
        for (DemoProject project : projects) {
            for (DemoProject.Step step : project.steps()) {
                if (step.targetKey() == null
                        || step.happens() == null
                        || step.reported() == null
                        || step.delivered() == null) {
                    continue;
                }
                DemoTarget part = target(codeOf(step.targetKey()));
                if (part.parent() != null
                        && "部分".equals(part.ofWhich())
                        && step.happens().getYear() == year) {
                    entries.add(new Entry(
                            project,
                            part.parent(),
                            step.happens(),
                            step.reported(),
                            step.delivered(),
                            null,
                            part.unit(),
                            null,
                            DemoSheets.evidence(this, project, step)));
                }
            }
        }
    }

    private List<DemoProject> own(DemoTarget target) {
        return projects.stream()
                .filter(p -> p.nature().equals("计划内") && p.department().equals(target.department()))
                .limit(3)
                .toList();
    }

    private DemoTarget target(String code) {
        return targets.stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow();
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? 0 : value.doubleValue();
    }
}
