package cn.guatu.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Who works in the made-up district: names that nobody bears together, three to five officers a department, a liaison a street. */
final class DemoPeople {

    static final String DISTRICT = "青屿区";
    static final List<String> STREETS =
            List.of("望海街道", "青屿街道", "石榴岗街道", "南塘街道", "北渡街道", "松坪街道", "银湖街道", "沙埔街道", "龙津街道", "白芒街道");
    static final List<String> DEPARTMENTS =
            List.of("计划规划科", "城市更新科", "土地整备科", "用地管理科", "建筑设计科", "项目实施科", "民生设施科", "综合科");

    private static final String SURNAMES = "陈林黄张李王吴刘蔡杨许郑谢郭洪邱曾廖赖徐周叶苏庄吕江何萧罗高";
    private static final String GIVEN = "志远建华文静国强丽君海涛雪梅俊杰晓东慧敏立新春燕明哲思琪子轩佳宁永康雅婷伟健美玲";

    /** A person of sheet 人员. */
    record Person(String name, String account, String unit, String position) {}

    private final List<Person> all = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final RandomGenerator random;

    DemoPeople(RandomGenerator random) {
        this.random = random;
        for (int i = 1; i <= 3; i++) {
            add("ld" + i, DISTRICT, "局领导");
        }
        for (int d = 0; d < DEPARTMENTS.size(); d++) {
            add("kz" + (d + 1), DEPARTMENTS.get(d), "科室负责人");
            for (int i = 1; i <= 4; i++) {
                add("zr" + (d + 1) + i, DEPARTMENTS.get(d), "责任人");
            }
        }
        for (int s = 0; s < STREETS.size(); s++) {
            add("ll" + (s + 1), STREETS.get(s), "街道联络员");
        }
        add("dc1", "综合科", "督查专员");
        add("dc2", "综合科", "督查专员");
    }

    List<Person> all() {
        return List.copyOf(all);
    }

    List<String> leaders() {
        return all.stream()
                .filter(p -> p.position().equals("局领导"))
                .map(Person::name)
                .toList();
    }

    List<String> officers(String department) {
        return all.stream()
                .filter(p -> p.position().equals("责任人") && p.unit().equals(department))
                .map(Person::name)
                .toList();
    }

    private void add(String account, String unit, String position) {
        String name;
        do {
            int given = random.nextInt(GIVEN.length() / 2) * 2;
            name = SURNAMES.charAt(random.nextInt(SURNAMES.length()))
                    + (random.nextInt(3) == 0 ? GIVEN.substring(given, given + 1) : GIVEN.substring(given, given + 2));
        } while (!names.add(name));
        all.add(new Person(name, account, unit, position));
    }
}
