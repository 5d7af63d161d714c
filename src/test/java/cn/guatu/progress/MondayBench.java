package cn.guatu.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.jooq.Tables;
import cn.guatu.org.UnitId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * {@code bench/week}, the Monday: 500 officers with tokens of their own report over HTTP with ten seconds between two reports, beside five
 * officers (quality.md). Every acknowledged save must be there once, with what was sent. Not part of {@code ./verify}.
 */
@GuatuTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.quartz.auto-startup=false", "management.server.port=-1"})
class MondayBench {

    private static final int FEW = 5;
    private static final int MANY = Integer.getInteger("guatu.bench.officers", 500);
    private static final int REPORTS = 3;
    private static final int REPORTS_OF_FEW = 12;
    private static final long THINKS = Long.getLong("guatu.bench.think", 10_000);

    @LocalServerPort
    private int port;

    @Autowired
    private DSLContext sql;

    @Autowired
    private DatabaseCleaner database;

    @Autowired
    private FixedClock clock;

    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** An officer: his token, and the project whose nodes he reports on. */
    private record Officer(String token, String project, PhaseId phase, List<NodeId> nodes) {}

    /** One acknowledged save. */
    private record Saved(NodeId node, BigDecimal cumulative, long nanos) {}

    @Test
    void aMondayOfFiveHundredOfficersLosesNothing() throws Exception {
        database.clear();
        clock.set(LocalDateTime.of(2026, 6, 8, 9, 0));
        List<Officer> officers = officers();
        List<Officer> few = officers.subList(0, FEW);
        monday(few, REPORTS, 50, 0);
        List<Saved> beside = monday(few, REPORTS_OF_FEW, THINKS / 5, REPORTS);
        List<Saved> all = monday(officers.subList(FEW, FEW + MANY), REPORTS, THINKS, 0);
        double small = percentile(beside);
        double large = percentile(all);
        System.out.printf(
                Locale.ROOT,
                "bench/week %d 人周一填报：p95 %.0f ms，%d 人时 %.0f ms，比 %.2f（目标 ≤ 2）；应答 %d 次%n",
                MANY,
                large,
                FEW,
                small,
                large / small,
                all.size());
        assertThat(all).hasSize(MANY * REPORTS);
        check(all);
        check(beside);
        System.out.println("bench/week 核对：每一次应答的保存都在，且只有一份。");
    }

    private List<Officer> officers() throws Exception {
        SmallDistrict world = new SmallDistrict(sql);
        world.year(2026);
        UnitId lead = world.unit("更新科", "DEPARTMENT");
        UnitId street = world.unit("甲街道", "STREET");
        long target = world.target(2026, "GH-01", TargetKind.FLOW, lead).value();
        List<Officer> officers = new ArrayList<>();
        for (int i = 0; i < FEW + MANY; i++) {
            PhaseId phase = world.phase(2026, "P" + i, lead);
            world.share(phase, street, "1", 0);
            List<NodeId> nodes = new ArrayList<>();
            for (int n = 0; n < REPORTS + REPORTS_OF_FEW; n++) {
                if (i < FEW || n < REPORTS) {
                    nodes.add(world.node(phase, "节点" + n));
                }
            }
            officers.add(new Officer(token(i), "P" + i, phase, nodes));
        }
        sql.update(Tables.NODE).set(Tables.NODE.TARGET_ID, target).execute();
        return officers;
    }

    private String token(int officer) throws Exception {
        String secret = "bench-" + officer + "-" + UUID.randomUUID();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        sql.insertInto(Tables.API_TOKEN)
                .set(Tables.API_TOKEN.NAME, "officer" + officer)
                .set(Tables.API_TOKEN.TOKEN_HASH, HexFormat.of().formatHex(hash))
                .set(Tables.API_TOKEN.CREATED_AT, Instant.EPOCH)
                .set(Tables.API_TOKEN.CREATED_BY, "bench")
                .execute();
        sql.insertInto(Tables.API_TOKEN_SCOPE)
                .set(Tables.API_TOKEN_SCOPE.TOKEN_ID, sql.lastID().longValueExact())
                .set(Tables.API_TOKEN_SCOPE.SCOPE, "report")
                .execute();
        return secret;
    }

    private List<Saved> monday(List<Officer> officers, int reports, long thinks, int from) throws Exception {
        List<Saved> saved = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Saved>>> working = new ArrayList<>();
            for (Officer officer : officers) {
                working.add(people.submit(() -> works(officer, reports, thinks, from)));
            }
            for (Future<List<Saved>> each : working) {
                saved.addAll(each.get());
            }
        }
        return saved;
    }

    private List<Saved> works(Officer officer, int reports, long thinks, int from) throws Exception {
        List<Saved> saved = new ArrayList<>();
        for (int n = from; n < from + reports; n++) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(Math.max(1, 2 * thinks)));
            BigDecimal cumulative = new BigDecimal("0.25").add(BigDecimal.valueOf(n));
            String body = """
                    {"project":"%s","phase":"一期","node":"节点%d","week":"2026-W24","cumulative":%s,
                     "progress":"本周完成征求意见并汇总修改","nextSteps":"下周报批","difficulty":"","noChange":false}
                    """.formatted(officer.project(), n, cumulative);
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/reports"))
                    .header("Authorization", "Bearer " + officer.token())
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            long began = System.nanoTime();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            saved.add(new Saved(officer.nodes().get(n), cumulative, System.nanoTime() - began));
        }
        return saved;
    }

    private void check(List<Saved> acknowledged) {
        Map<Long, List<BigDecimal>> kept = new HashMap<>();
        sql.select(Tables.WEEKLY_REPORT.NODE_ID, Tables.WEEKLY_REPORT.CUMULATIVE)
                .from(Tables.WEEKLY_REPORT)
                .where(Tables.WEEKLY_REPORT.WEEK_START.eq(LocalDate.of(2026, 6, 8)))
                .forEach(row -> kept.computeIfAbsent(row.value1(), node -> new ArrayList<>())
                        .add(row.value2()));
        for (Saved each : acknowledged) {
            assertThat(kept.get(each.node().value()))
                    .singleElement()
                    .satisfies(value -> assertThat(value).isEqualByComparingTo(each.cumulative()));
        }
    }

    private static double percentile(List<Saved> saved) {
        long[] sorted = saved.stream().mapToLong(Saved::nanos).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * 0.95))] / 1e6;
    }
}
