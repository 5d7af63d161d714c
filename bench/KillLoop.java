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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the real server in the middle of the weekly job and of saves, again and again, and looks whether every step of the ladder is there
 * once and every acknowledged save is present. Arguments: the jar, an empty data folder, rounds, port.
 */
public class KillLoop {

    private static final String TOKEN = "kill-loop-kill-loop-kill-loop-kill-loop";
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
    private static final Pattern CREATED = Pattern.compile("\"created\":(\\d+),\"skipped\":(\\d+)");

    private final String jar;
    private final String data;
    private final int port;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
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
        Set<LocalDate> dates = new HashSet<>();
        int faults = 0;
        for (int round = 1; round <= rounds; round++) {
            LocalDate date = LocalDate.of(year, 3, 6).plusWeeks(round * 3L);
            dates.add(date);
            List<Thread> work = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                work.add(Thread.ofVirtual().start(() -> quietly(() -> job(date))));
            }
            int first = round * 40;
            for (int i = 0; i < 2; i++) {
                int offset = i;
                work.add(Thread.ofVirtual().start(() -> quietly(() -> {
                    for (int n = offset; n < 40; n += 2) {
                        save(nodes.get((first + n) % nodes.size()), week, "k" + first + "-" + n);
                    }
                })));
            }
            int after = 100 + RANDOM.nextInt(3000);
            Thread.sleep(after);
            server.destroyForcibly().waitFor();
            for (Thread each : work) {
                each.join();
            }
            int saved = acknowledged.size();
            start();
            job(date);
            String again = job(date);
            int lost = 0;
            for (Map.Entry<String, String> save : acknowledged.entrySet()) {
                if (post("/reports", save.getValue(), save.getKey()).statusCode() != 200) {
                    lost++;
                }
            }
            Matcher counts = CREATED.matcher(again);
            boolean once = counts.find() && counts.group(1).equals("0");
            int steps = unique(year, week(date), Integer.parseInt(counts.group(2)));
            boolean good = once && lost == 0 && steps >= 0;
            faults += good ? 0 : 1;
            System.out.printf(
                    "round %d: killed after %d ms, steps of %s: %d, run again created %s, saves acknowledged %d, lost %d: %s%n",
                    round, after, week(date), steps, counts.group(1), saved, lost, good ? "good" : "BAD");
        }
        server.destroy();
        server.waitFor();
        System.out.println(faults == 0 ? "every step once, every acknowledged save present" : faults + " bad rounds");
        System.exit(faults == 0 ? 0 : 1);
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
                .formatted(node[0], node[1], node[2], week, "进展 " + key);
        HttpResponse<String> answer = post("/reports", body, key);
        if (answer.statusCode() == 201) {
            acknowledged.put(key, body);
        }
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
