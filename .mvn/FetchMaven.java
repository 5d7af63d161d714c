import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches Maven for a machine that has only a JDK: {@code java FetchMaven.java REPOSITORY VERSION SHA512 FOLDER}. The repository is an
 * address as in MVNW_REPOURL. The folder appears only when the archive is whole and its checksum right.
 */
class FetchMaven {

    public static void main(String[] arguments) throws Exception {
        String name = "apache-maven-" + arguments[1];
        URI address = URI.create(arguments[0].replaceAll("/+$", "") + "/org/apache/maven/apache-maven/" + arguments[1] + "/" + name
                + "-bin.zip");
        Path folder = Path.of(arguments[3]);
        Files.createDirectories(folder.getParent());
        Path archive = Files.createTempFile(folder.getParent(), "maven", ".zip");
        Path unpacked = Files.createTempDirectory(folder.getParent(), "maven");
        try (HttpClient client =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            HttpResponse<Path> answer =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(archive));
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP " + answer.statusCode() + ": " + address);
            }
            String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive)));
            if (!sum.equals(arguments[2])) {
                throw new IOException("checksum differs: " + address);
            }
            unpack(archive, unpacked);
            Files.move(unpacked.resolve(name), folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(archive);
            Files.deleteIfExists(unpacked);
        }
    }

    private static void unpack(Path archive, Path into) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }
}
