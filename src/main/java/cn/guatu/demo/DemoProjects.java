package cn.guatu.demo;

import cn.guatu.demo.DemoStages.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws the projects of the demonstration year: names, places, people, dates and how far each one will slip. */
final class DemoProjects {

    private static final List<String> PLACES = List.of(
            "东澳", "石井", "新围", "旧墟", "沙园", "水径", "大岭", "塘坑", "上屋", "罗岗", "官田", "牛角", "横排", "白石", "凤尾", "坳背", "桥头", "荔园",
            "麻磡", "岭下", "湖边", "鹤洲", "西坑", "龙眼", "杨梅", "三洲", "后底", "环城", "同富", "鸿业", "宝达", "恒兴", "永丰", "金稻", "海心", "竹坑");
    private static final Map<String, List<String>> KINDS = Map.of(
            "城市更新", List.of("旧村更新单元", "工业区更新单元", "旧墟镇更新单元", "片区更新单元"),
            "土地整备", List.of("利益统筹项目", "土地整备项目", "储备用地清理", "房屋征收项目"),
            "综合整治", List.of("旧工业区综合整治", "城中村综合整治", "历史风貌活化", "老旧小区改造"),
            "民生设施", List.of("九年一贯制学校", "社区公园", "综合停车楼", "社区健康服务中心", "颐养中心", "幼儿园"));
    private static final List<String> CATEGORIES = List.of("城市更新", "土地整备", "综合整治", "民生设施");
    private static final Map<String, Double> SCALE =
            Map.of("公共住房", 60.0, "人才住房", 40.0, "保租房", 40.0, "地价", 2.0, "签约", 1.0);

    private final RandomGenerator random;
    private final DemoPeople people;
    private final Map<String, Double> paceOf;
    private final int year;
    private final Set<String> names = new HashSet<>();

    DemoProjects(RandomGenerator random, DemoPeople people, Map<String, Double> paceOf, int year) {
        this.random = random;
        this.people = people;
        this.paceOf = paceOf;
        this.year = year;
    }

    List<DemoProject> draw(int number) {
        List<DemoProject> projects = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            String category = i % 20 < 8
                    ? CATEGORIES.get(0)
                    : i % 20 < 13 ? CATEGORIES.get(1) : i % 20 < 16 ? CATEGORIES.get(2) : CATEGORIES.get(3);
            projects.add(project(i, category));
        }
        return projects;
    }

    private DemoProject project(int number, String category) {
        String department = pick(DemoStages.leads(category));
        List<String> officers = people.officers(department);
        String owner = pick(officers);
        int street = (int) Math.min(DemoPeople.STREETS.size() - 1, Math.abs(random.nextGaussian()) * 4.2);
        String nature = number % 15 == 7 ? "储备" : number % 25 == 11 ? "计划外" : "计划内";
        return new DemoProject(
                "QY%03d".formatted(number),
                name(category),
                number % 12 == 5 ? "二期" : "",
                category,
                nature,
                department,
                pick(people.leaders()),
                owner,
                random.nextInt(3) == 0
                        ? pick(DemoPeople.DEPARTMENTS.stream()
                                .filter(d -> !d.equals(department))
                                .toList())
                        : "",
                shares(street),
                random.nextInt(2) == 0 ? pick(PLACES) + "股份合作公司" : pick(PLACES) + "城市建设有限公司",
                steps(category, owner, officers, streetPace(street)));
    }

    private String name(String category) {
        String name;
        do {
            name = pick(PLACES)
                    + (random.nextInt(3) == 0 ? "第" + "一二三四五六".charAt(random.nextInt(6)) : "")
                    + pick(Objects.requireNonNull(KINDS.get(category), category));
        } while (!names.add(name));
        return name;
    }

    private String shares(int street) {
        if (random.nextInt(7) != 0) {
            return DemoPeople.STREETS.get(street);
        }
        int share = 5 * (10 + random.nextInt(7));
        return DemoPeople.STREETS.get(street) + ":" + share + "%;"
                + DemoPeople.STREETS.get((street + 1) % DemoPeople.STREETS.size()) + ":" + (100 - share) + "%";
    }

    /** The last streets of the list struggle, so that the ranking has something to tell. */
    private static double streetPace(int street) {
        return street >= 7 ? 1.15 : street >= 5 ? 1.04 : 0.96;
    }

    private List<DemoProject.Step> steps(String category, String owner, List<String> officers, double streetPace) {
        List<Stage> chain = DemoStages.chain(category);
        LocalDate newYear = LocalDate.of(year, 1, 1);
        double offset = random.nextInt(75);
        double stretch = (352 - offset) / chain.stream().mapToInt(Stage::days).sum();
        double day = offset;
        double slip = 0;
        List<DemoProject.Step> steps = new ArrayList<>();
        for (Stage stage : chain) {
            String key = stage.counts().isEmpty() ? null : pick(stage.counts());
            day += stage.days() * stretch * (0.7 + random.nextDouble() * 0.5);
            double pace = key == null ? 1.0 : paceOf.getOrDefault(key, 1.0);
            slip = Math.max(-12, slip * 0.6 + (pace * streetPace - 1) * 95 + random.nextGaussian() * 11 - 4);
            LocalDate planned = weekday(newYear.plusDays(Math.min(360, Math.round(day))));
            LocalDate happens = weekday(newYear.plusDays(Math.round(day + slip)));
            if (!steps.isEmpty()
                    && steps.getLast().happens() != null
                    && happens.isBefore(steps.getLast().happens())) {
                happens = steps.getLast().happens();
            }
            boolean stuck = random.nextInt(40) == 0;
            steps.add(
                    step(stage, key, planned, stuck ? null : happens, random.nextInt(6) == 0 ? pick(officers) : owner));
        }
        return steps;
    }

    private DemoProject.Step step(
            Stage stage, @Nullable String key, LocalDate planned, @Nullable LocalDate happens, String owner) {
        BigDecimal quantity = key == null ? null : quantity(stage, key);
        BigDecimal delivered = quantity == null
                ? null
                : stage.least() == stage.most()
                        ? quantity
                        : quantity.multiply(BigDecimal.valueOf(0.93 + random.nextDouble() * 0.17))
                                .setScale(quantity.scale(), RoundingMode.HALF_UP);
        LocalDate reported =
                happens == null ? null : happens.plusDays(random.nextInt(12) == 0 ? 21 : random.nextInt(6));
        return new DemoProject.Step(
                stage.name(),
                planned,
                happens,
                reported,
                owner,
                Math.max(5, stage.days()),
                key,
                quantity,
                delivered,
                stage.evidence());
    }

    private BigDecimal quantity(Stage stage, String key) {
        double drawn =
                (stage.least() + random.nextDouble() * (stage.most() - stage.least())) * SCALE.getOrDefault(key, 1.0);
        int decimals = SCALE.getOrDefault(key, 1.0) > 10 ? 0 : stage.decimals();
        return BigDecimal.valueOf(drawn)
                .setScale(decimals, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE.movePointLeft(decimals));
    }

    private static LocalDate weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
