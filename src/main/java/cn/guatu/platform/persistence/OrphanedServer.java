package cn.guatu.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server whose JVM was killed and that still holds the data. */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {}

    /**
     * Stops the server that wrote the pid file, when it still runs. The caller holds the lock of the data directory, so
     * nobody alive can be using that server.
     */
    static void stopIfAny(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(OrphanedServer::isOurKind)
                    .ifPresent(OrphanedServer::stop);
            Files.deleteIfExists(pidFile);
        } catch (NumberFormatException halfWritten) {
            LOG.warn("{} 不可读,已忽略", pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A pid is used again after a restart of the machine: only a MariaDB server may be stopped.
    private static boolean isOurKind(ProcessHandle process) {
        return process.info().command().filter(it -> it.contains("mariadbd")).isPresent();
    }

    private static void stop(ProcessHandle process) {
        LOG.warn("上次运行留下的数据库进程 {} 仍在,先让它停下", process.pid());
        process.destroy();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
