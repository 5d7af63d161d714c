import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the real server in the middle of the weekly job and of the saves of eight officers, again and again. Afterwards every step of the
 * ladder must be there once, every acknowledged save once and in its last wording, and what was cut off is sent again under its key. Arguments: the jar, an empty data folder, rounds, port.
 */
public class KillLoop {

    private static final String TOKEN =
            System.getenv().getOrDefault("GUATU_BOOTSTRAP_TOKEN", "kill-loop-kill-loop-kill-loop-kill-loop");
    private static final Random RANDOM = new Random();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private static final Pattern STEP = Pattern.compile(
            "\"rule\":\"([^\"]*)\",\"subject\":\"([^\"]*)\",\"period\":\"([^\"]*)\",\"level\":\"([^\"]*)\"");
    private static final Pattern NODE =
            Pattern.compile(
            "\"project\":\"([^\"]*)\",\"projectName\":\"[^\"]*\",\"phase\":\"([^\"]*)\",\"node\":\"([^\"]*)\"");
    private static final int OFFICERS = 8;
    private static final int PATIENCE = 30_000;
    private static final Pattern REPORT = Pattern.compile("\\{[^{}]*\"progress\":\"[^\"]*\"[^{}]*\\}");
    private static final Pattern KEY = Pattern.compile("round-(\\d+)-node-(\\d+)。");
    private static final Pattern CREATED = Pattern.compile("\"created\":(\\d+),\"skipped\":(\\d+)");

    private final String jar;
    private final String data;
    private final int port;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> cutOff = new ConcurrentHashMap<>();
    private final Map<String, Integer> lastRound = new ConcurrentHashMap<>();
    private Process server;

    KillLoop(String jar, String data, int port) {
        this.jar = jar;
        this.data = data;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        new KillLoop(arguments[0], arguments[1], Integer.parseInt(arguments[3])).run(Integer.parseInt(arguments[2]));
    }

    private void run(int rounds) throws Exception {
        start();
        int year = LocalDate.now().getYear();
        String week = week(LocalDate.now().plusDays(7));
        List<String[]> nodes = nodes(year);
        System.out.printf("%d open nodes, %d officers save reports of %s, two runs of the weekly job at once%n", nodes.size(), OFFICERS, week);
        int faults = 0;
        long steps = 0;
        for (int round = 1; round <= rounds; round++) {
            LocalDate date = LocalDate.of(year, 2, 6).plusWeeks(round * 3L);
            List<Thread> work = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                work.add(Thread.ofVirtual().start(() -> quietly(() -> job(date))));
            }
            AtomicInteger next = new AtomicInteger(round * 37);
            AtomicInteger most = new AtomicInteger(nodes.size());
            int number = round;
            for (int i = 0; i < OFFICERS; i++) {
                work.add(Thread.ofVirtual().start(() -> quietly(() -> {
                    while (most.decrementAndGet() >= 0) {
                        int node = next.getAndIncrement() % nodes.size();
                        save(nodes.get(node), week, "round-" + number + "-node-" + node);
                    }
                })));
            }
            int before = acknowledged.size();
            long began = System.nanoTime();
            int enough = before + 1 + RANDOM.nextInt(150);
            while (acknowledged.size() < enough && millisSince(began) < PATIENCE) {
                Thread.sleep(5);
            }
            long after = millisSince(began);
            server.destroyForcibly().waitFor();
            for (Thread each : work) {
                each.join();
            }
            int saved = acknowledged.size() - before;
            start();
            job(date);
            String again = job(date);
            int there = 0;
            int cut = 0;
            // What was cut off is sent again under its key, as a client does: it is done once, whether it had been or not.
            for (Map.Entry<String, String> save : Map.copyOf(cutOff).entrySet()) {
                int answer = post("/reports", save.getValue(), save.getKey()).statusCode();
                there += answer == 200 ? 1 : 0;
                cut++;
                if (answer == 200 || answer == 201) {
                    acknowledged.put(save.getKey(), save.getValue());
                }
                // A refusal is an answer too: somebody else has reported the item.
                if (answer < 500) {
                    cutOff.remove(save.getKey());
                }
            }
            int unanswered = cutOff.size();
            int lost = 0;
            for (Map.Entry<String, String> save : acknowledged.entrySet()) {
                if (save.getKey().startsWith("round-" + round + "-")
                        && post("/reports", save.getValue(), save.getKey()).statusCode() != 200) {
                    lost++;
                }
            }
            String wrong = reports(year, week);
            Matcher counts = CREATED.matcher(again);
            boolean once = counts.find() && counts.group(1).equals("0");
            int taken = unique(year, week(date), Integer.parseInt(counts.group(2)));
            steps += Math.max(taken, 0);
            boolean good = once && lost == 0 && unanswered == 0 && taken >= 0 && wrong.isEmpty();
            faults += good ? 0 : 1;
            System.out.printf(
                    "round %d: killed after %d ms; %d saves acknowledged, %d cut off (%d of them had been kept); lost %d, kept wrongly %s; steps of %s: %d, run again created %s: %s%n",
                    round,
                    after,
                    saved,
                    cut,
                    there,
                    lost,
                    wrong.isEmpty() ? "none" : wrong,
                    week(date),
                    taken,
                    counts.group(1),
                    good ? "good" : "BAD");
        }
        server.destroy();
        server.waitFor();
        System.out.printf(
                "%d rounds, %d saves acknowledged, %d steps of the ladder: %s%n",
                rounds,
                acknowledged.size(),
                steps,
                faults == 0 ? "every step once, every acknowledged save there once" : faults + " bad rounds");
        System.exit(faults == 0 ? 0 : 1);
    }

    /** What is wrong with the reports of the week: an item twice, or one that says what was said before the last acknowledged save. */
    private String reports(int year, String week) throws Exception {
        Map<String, String> shown = new HashMap<>();
        Matcher row = REPORT.matcher(get("/years/" + year + "/reports?week=" + week).body());
        while (row.find()) {
            Matcher key = KEY.matcher(row.group());
            if (key.find() && shown.put("node-" + key.group(2), key.group(1)) != null) {
                return "node-" + key.group(2) + " twice";
            }
        }
        for (Map.Entry<String, Integer> last : lastRound.entrySet()) {
            String text = shown.get(last.getKey());
            if (text == null) {
                return last.getKey() + " is missing";
            }
            if (Integer.parseInt(text) < last.getValue()) {
                return last.getKey() + " is older than acknowledged";
            }
        }
        return "";
    }

    /** How many steps a week has; negative when one is there twice or the job found another number. */
    private int unique(int year, String week, int found) throws Exception {
        String body = get("/years/" + year + "/supervision?week=" + week).body();
        Set<String> seen = new HashSet<>();
        int rows = 0;
        Matcher step = STEP.matcher(body);
        while (step.find()) {
            rows++;
            seen.add(step.group());
        }
        return seen.size() == rows && rows >= found ? rows : -1;
    }

    private String job(LocalDate date) throws Exception {
        HttpResponse<String> answer = post("/jobs/weekly-supervision/run?businessDate=" + date, "", "");
        if (answer.statusCode() != 200) {
            throw new IOException("job: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void save(String[] node, String week, String key) throws Exception {
        String body = "{\"project\":\"%s\",\"phase\":\"%s\",\"node\":\"%s\",\"week\":\"%s\",\"progress\":\"%s\",\"noChange\":false}"
                .formatted(node[0], node[1], node[2], week, "进展 " + key + "。");
        cutOff.put(key, body);
        HttpResponse<String> answer = post("/reports", body, key);
        if (answer.statusCode() == 201) {
            acknowledged.put(key, body);
            String[] parts = key.split("-");
            lastRound.merge("node-" + parts[3], Integer.parseInt(parts[1]), Math::max);
        }
        cutOff.remove(key);
    }

    private List<String[]> nodes(int year) throws Exception {
        List<String[]> nodes = new ArrayList<>();
        Matcher node = NODE.matcher(get("/years/" + year + "/nodes?state=open").body());
        while (node.find()) {
            nodes.add(new String[] {node.group(1), node.group(2), node.group(3)});
        }
        return nodes;
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx700m",
                "-jar",
                jar,
                "--guatu.demo=true");
        builder.environment().put("GUATU_DATA_DIR", data);
        builder.environment().put("GUATU_PORT", String.valueOf(port));
        builder.environment().put("GUATU_MANAGEMENT_PORT", String.valueOf(port + 1000));
        builder.environment().put("GUATU_BOOTSTRAP_TOKEN", TOKEN);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(Path.of(data).toFile(), "server.log")));
        Path.of(data).toFile().mkdirs();
        server = builder.start();
        for (int tries = 0; tries < 1800; tries++) {
            if (!server.isAlive()) {
                throw new IOException("the server did not start, see server.log");
            }
            try {
                // The demonstration is there when its nodes are.
                if (get("/years").statusCode() == 200 && get("/years").body().contains("year")
                        && !nodes(LocalDate.now().getYear()).isEmpty()) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            Thread.sleep(200);
        }
        throw new IOException("the server did not answer");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String key) throws Exception {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key).header("Content-Type", "application/json");
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private interface Doing {
        void done() throws Exception;
    }

    /** What is cut off by the kill was not acknowledged, so it may be there or not. */
    private static void quietly(Doing doing) {
        try {
            doing.done();
        } catch (Exception cutOff) {
            // the server was killed
        }
    }
}
