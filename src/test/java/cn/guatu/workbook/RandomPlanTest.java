package cn.guatu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whatever a plan says: what is exported imports without an error and changes nothing (workbook.md). */
@GuatuTest
class RandomPlanTest {
    private static final List<String> UNITS = List.of("公顷", "平方米", "亩", "万平方米", "亿元", "万元", "个", "%");

    @Autowired
    WorkbookService workbooks;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @BeforeEach
    void anEmptyHouse() {
        cleaner.clear();
        clock.reset();
        ImportTest.signIn();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsExportedChangesNothing(long seed) throws IOException {
        PlanFile first = new Plan(new Random(seed), "").file();
        ImportReport report = workbooks.apply(first, 2026);
        assertThat(ImportTest.errors(report)).isEmpty();
        assertThat(ImportTest.changes(workbooks.tryOut(first, 2026))).isEmpty();
        unchanged();
        clock.advance(Duration.ofDays(3));
        // Another plan over the first: versions, reversals and new shares come into being.
        ImportReport changed = workbooks.apply(new Plan(new Random(seed + 100), "改").file(), 2026);
        assertThat(ImportTest.errors(changed)).isEmpty();
        unchanged();
    }

    private void unchanged() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbooks.export(2026, out);
        ImportReport back = workbooks.tryOut(new PlanFile("导出.xlsx", out.toByteArray()), 2026);
        assertThat(ImportTest.errors(back)).isEmpty();
        assertThat(ImportTest.changes(back)).isEmpty();
        assertThat(back.comparison().sheets())
                .allSatisfy(sheet -> assertThat(sheet.missing()).isEmpty());
    }

    /** A plan drawn by chance; kinds and units of a target do not depend on the chance, because they cannot change. */
    private static final class Plan {
        private final Random chance;
        private final String mark;

        Plan(Random chance, String mark) {
            this.chance = chance;
            this.mark = mark;
        }

        PlanFile file() {
            Book book = new Book().sheet("组织", "名称|类型|上级|排序", "区|区||");
            for (int i = 0; i < 4; i++) {
                book.row("组织", "街" + i + "街道|街道|区|" + i).row("组织", "科" + i + "科|科室|区|" + maybe("" + i));
            }
            book.sheet("人员", "姓名|账号|所属|岗位|手机|邮箱");
            for (int i = 0; i < 6; i++) {
                book.row(
                        "人员",
                        "人%d||科%d科|%s|%s|%s"
                                .formatted(i % 4, i % 3, maybe("责任人"), maybe("13800000000"), maybe("a@b.cn")));
            }
            book.sheet("指标", "编码|名称|单位|年度目标|目标状态|文号|生效日期|上级指标|其中关系|类型|牵头科室|口径|权重|基期值|3月|9月");
            for (int i = 0; i < UNITS.size(); i++) {
                book.row(
                        "指标",
                        "T%d|%s指标%d|%s|%s|%s|%s|%s|%s|%s|%s|科%d科|%s|%s|%s|%s|%s"
                                .formatted(
                                        i,
                                        mark,
                                        i,
                                        UNITS.get(i),
                                        amount(),
                                        chance.nextBoolean() ? "预计" : "正式",
                                        maybe("=文〔2026〕" + i),
                                        maybe("2026-0" + (1 + i) + "-01"),
                                        i == 1 ? "T0" : "",
                                        i == 1 ? "部分" : "",
                                        kind(i),
                                        i % 4,
                                        maybe("-口径" + mark),
                                        maybe("" + (1 + chance.nextInt(9))),
                                        maybe("" + chance.nextInt(50)),
                                        maybe("1"),
                                        maybe("5.123456")));
            }
            book.sheet("目标分解", "指标编码|街道或科室|目标值", "T0|街0|" + plain(), "T7|科1科|" + (1 + chance.nextInt(90)) + "%");
            book.sheet("项目", "编码|名称|分期|类别|计划性质|牵头科室|责任领导|责任人|配合单位|街道占比|实施主体|备注");
            book.sheet("节点", "项目编码|分期|节点名称|计划完成|预计完成|实际完成|责任人|权重|前置节点|工期(工作日)|计入指标|计入数量|依据");
            book.sheet("计入", "项目编码|分期|指标编码|日期|数量|分母|批次|依据|备注");
            book.sheet("堵点", "项目编码|分期|问题|原因类别|责任单位|提出日期|要求解决日期|涉及指标|涉及数量|状态");
            for (int p = 0; p < 5; p++) {
                book.row(
                        "项目",
                        "P%d|%s项目%d|%s|%s|%s|科%d科|%s|%s|%s|%s|%s|%s"
                                .formatted(
                                        p,
                                        mark,
                                        p,
                                        p % 2 == 0 ? "" : "二期",
                                        maybe("土地整备"),
                                        maybe("储备"),
                                        chance.nextInt(4),
                                        maybe("领导"),
                                        "人" + chance.nextInt(6),
                                        maybe("科1科;@外单位"),
                                        shares(),
                                        maybe("+公司"),
                                        maybe("第一行\n第二行")));
                String phase = p % 2 == 0 ? "" : "二期";
                for (int n = 0; n < 3; n++) {
                    int target = chance.nextInt(7);
                    book.row(
                            "节点",
                            "P%d|%s|节点%d|2026-%02d-28|%s|%s|%s|%s|%s|%s|%s|%s|%s"
                                    .formatted(
                                            p,
                                            phase,
                                            n,
                                            1 + chance.nextInt(12),
                                            maybe("年底"),
                                            maybe("2026-10-01"),
                                            maybe("人1"),
                                            maybe("0.5"),
                                            n == 0 ? "" : "节点" + (n - 1),
                                            maybe("10"),
                                            "T" + target,
                                            amount(),
                                            maybe("依据" + mark)));
                }
                book.row(
                        "计入",
                        "P%d|%s|T0|2026-0%d-11|%s||批%d|证%d|".formatted(p, phase, 1 + chance.nextInt(9), plain(), p, p));
                book.row(
                        "计入",
                        "P%d|%s|T7|2026-05-11|%d|%d||比%d|"
                                .formatted(p, phase, 1 + chance.nextInt(9), 10 + chance.nextInt(9), p));
                book.row(
                        "堵点",
                        "P%d|%s|问题%d|%s|%s|2026-04-0%d|%s|T0|%s|%s"
                                .formatted(
                                        p,
                                        phase,
                                        p,
                                        maybe("企业"),
                                        chance.nextBoolean() ? "供电局" : "科2科",
                                        1 + p,
                                        maybe("5月底"),
                                        amount(),
                                        maybe("协调中")));
            }
            book.sheet(
                    "会议议定",
                    "会议日期|事项|牵头|配合|完成时限|状态|进展",
                    "2026-03-01|@事项|科1科|%s|年底|%s|%s".formatted(maybe("甲局、乙局"), maybe("办理中"), maybe("=进展" + mark)));
            return book.file();
        }

        private static String kind(int target) {
            return target == 7 ? "比率" : target == 6 ? "里程碑" : target == 5 ? "时点" : "累计";
        }

        private String shares() {
            List<String> three = new ArrayList<>(List.of("街0:33.33%", "街1:33.33%", "街2街道:33.34%"));
            return switch (chance.nextInt(3)) {
                case 0 -> "街" + chance.nextInt(4);
                case 1 -> "街1街道:60%;街3街道:40%";
                default -> String.join("；", three);
            };
        }

        private String amount() {
            return chance.nextInt(4) == 0 ? "约" + plain() : plain();
        }

        private String plain() {
            return chance.nextInt(1, 2_000) + (chance.nextBoolean() ? "." + chance.nextInt(1, 999_999) : "");
        }

        private String maybe(String text) {
            return chance.nextBoolean() ? text : "";
        }
    }
}
