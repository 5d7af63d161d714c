package cn.guatu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.GuatuApplication;
import cn.guatu.platform.persistence.DatabaseAddress;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * How long an import of 10 000 rows takes, beside inserting as many bare rows by JDBC; A B A B, medians. Run it by {@code bench/import};
 * the heap is limited there. Checks that every row arrived and that the same file again changes nothing.
 */
class ImportBench {
    private static final int PROJECTS = 1_000;
    private static final int NODES_EACH = 7;
    private static final int ROWS_EACH = 2;
    private static final int ROUNDS = 3;
    private static final double GOAL_SECONDS = 5.0;

    /** The measuring runs in a process of its own, because its heap is limited. */
    @Test
    void tenThousandRowsWithinTheirTimeAndHeap() throws Exception {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process bench = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        ImportBench.class.getName())
                .redirectErrorStream(true)
                .start();
        bench.getInputStream().transferTo(System.out);
        int exit = bench.waitFor();
        assertThat(exit).as("0 when every row arrived in time").isZero();
    }

    public static void main(String[] args) throws Exception {
        List<Double> imports = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            DatabaseAddress schema = TestServer.freshSchema();
            try (ConfigurableApplicationContext product = start(schema)) {
                if (round == 0) {
                    // The first use of everything is not what is measured.
                    product.getBean(WorkbookService.class)
                            .applyAs("bench", Book.small().file(), 2025);
                }
                imports.add(imported(product));
                bare.add(inserted(product.getBean(DataSource.class)));
                System.out.printf("第 %d 轮：导入 %.2f 秒，JDBC 批量插入 %.2f 秒%n", round + 1, imports.getLast(), bare.getLast());
            }
        }
        // Whatever else the machine does only adds: the best round is nearest to the truth, the ratio is of medians.
        double best = imports.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        System.out.printf(
                "导入 %d 行：最快 %.2f 秒、中位 %.2f 秒（目标 ≤ %.0f 秒）；与 JDBC 批量插入之比 %.1f；堆上限 %d MB%n",
                rows(),
                best,
                median(imports),
                GOAL_SECONDS,
                median(imports) / median(bare),
                Runtime.getRuntime().maxMemory() >> 20);
        System.exit(best <= GOAL_SECONDS ? 0 : 1);
    }

    private static ConfigurableApplicationContext start(DatabaseAddress schema) {
        SpringApplication application = new SpringApplication(GuatuApplication.class);
        // Helpers of other tests are found beside the product and want the clock of tests.
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("fixedClock", FixedClock.class, FixedClock::new, bean -> bean.setPrimary(true)));
        return application.run(
                "--server.port=0",
                "--vaadin.productionMode=true",
                "--management.server.port=-1",
                "--spring.quartz.auto-startup=false",
                "--logging.level.root=WARN",
                "--guatu.db.url=" + schema.url(),
                "--guatu.db.user=" + schema.user(),
                "--guatu.db.password=" + schema.password());
    }

    private static int rows() {
        return PROJECTS * (1 + NODES_EACH + ROWS_EACH) + 24;
    }

    private static double imported(ConfigurableApplicationContext product) {
        PlanFile file = big();
        WorkbookService workbooks = product.getBean(WorkbookService.class);
        System.gc();
        long start = System.nanoTime();
        ImportReport report = workbooks.applyAs("bench", file, 2026);
        double seconds = (System.nanoTime() - start) / 1e9;
        int created = report.comparison().sheets().stream()
                .mapToInt(sheet -> sheet.created())
                .sum();
        check(
                report.applied() && created >= PROJECTS * (1 + NODES_EACH + ROWS_EACH),
                "every row arrives: " + report.comparison().problems());
        ImportReport again = workbooks.applyAs("bench", file, 2026);
        check(again.applied() && again.comparison().changesNothing(), "the same file again changes nothing");
        return seconds;
    }

    private static double inserted(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            "create table bare (id bigint not null auto_increment primary key, a varchar(255), b date, c decimal(24, 6))");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bare (a, b, c) values (?, ?, ?)")) {
                for (int i = 0; i < rows(); i++) {
                    insert.setString(1, "节点 " + i);
                    insert.setObject(2, LocalDate.of(2026, 1, 1).plusDays(i % 365));
                    insert.setBigDecimal(3, java.math.BigDecimal.valueOf(i, 2));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static PlanFile big() {
        Book book = new Book();
        book.sheet("组织", "名称|类型|上级", "大区|区|");
        for (int i = 0; i < 10; i++) {
            book.row("组织", "第" + i + "街道|街道|大区").row("组织", "第" + i + "科|科室|大区");
        }
        book.sheet("人员", "姓名|账号|所属|岗位", "经办|jb|第0科|责任人");
        book.sheet("指标", "编码|名称|单位|年度目标|牵头科室", "T1|土地|公顷|5000|第0科", "T2|面积|平方米|900000|第1科");
        book.sheet("项目", "编码|名称|牵头科室|责任人|街道占比");
        book.sheet("节点", "项目编码|节点名称|计划完成|前置节点|计入指标|计入数量");
        book.sheet("计入", "项目编码|指标编码|日期|数量|依据");
        for (int p = 0; p < PROJECTS; p++) {
            book.row("项目", "P%d|项目%d|第%d科|经办|第%d街道:60%%;第%d街道:40%%".formatted(p, p, p % 10, p % 10, (p + 1) % 10));
            for (int n = 0; n < NODES_EACH; n++) {
                book.row(
                        "节点",
                        "P%d|节点%d|2026-%02d-15|%s|T1|%d.5".formatted(p, n, n + 2, n == 0 ? "" : "节点" + (n - 1), n + 1));
            }
            for (int r = 0; r < ROWS_EACH; r++) {
                book.row("计入", "P%d|T%d|2026-0%d-10|%d.25|证%d-%d".formatted(p, r + 1, r + 3, p + 1, p, r));
            }
        }
        return book.file();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("the bench found otherwise: " + what);
        }
    }
}
