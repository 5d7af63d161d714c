package cn.guatu.demo;

import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.Position;
import cn.guatu.security.AccountService;
import cn.guatu.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An account for everybody in the demonstration district, all with one password that is drawn once and kept beside the data. */
@Component
class DemoAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final AccountService accounts;
    private final OrgService org;
    private final Path kept;

    DemoAccounts(AccountService accounts, OrgService org, @Value("${GUATU_DATA_DIR:./data}") String dataDirectory) {
        this.accounts = accounts;
        this.org = org;
        this.kept = Path.of(dataDirectory).resolve("demo-accounts.txt");
    }

    /** Opens the accounts that are missing and prints how to sign in. */
    void open() {
        String password = password();
        open("admin", null, Role.ADMIN, password);
        for (Person person : org.people()) {
            if (person.account() != null && person.position() != null) {
                open(person.account(), person, Role.of(person.position()), password);
            }
        }
        LOG.info("演示账号(密码均为 {}):admin 系统管理员、{}", password, examples());
    }

    private void open(String username, @Nullable Person person, Role role, String password) {
        if (accounts.find(username).isEmpty()) {
            accounts.setPassword(
                    accounts.create(username, person == null ? null : person.id(), Set.of(role)), password);
        }
    }

    private static String examples() {
        return "ld1 %s、kz1 %s、zr11 %s、ll1 %s、dc1 %s"
                .formatted(
                        Position.BUREAU_LEADER.label(),
                        Position.DEPARTMENT_HEAD.label(),
                        Position.OFFICER.label(),
                        Position.STREET_LIAISON.label(),
                        Position.SUPERVISOR.label());
    }

    private String password() {
        try {
            if (Files.exists(kept)) {
                return Files.readString(kept).strip();
            }
            String drawn = "Qingyu-"
                    + new SecureRandom()
                            .ints(6, 0, LETTERS.length())
                            .mapToObj(i -> LETTERS.substring(i, i + 1))
                            .reduce("7", String::concat);
            Files.createDirectories(kept.toAbsolutePath().getParent());
            Files.writeString(kept, drawn);
            if (Files.getFileStore(kept).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
            }
            return drawn;
        } catch (IOException e) {
            throw new UncheckedIOException("演示密码无法保存到 " + kept, e);
        }
    }
}
