package cn.guatu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.assessment.MonthService;
import cn.guatu.bulletin.rule.CardPage;
import cn.guatu.bulletin.rule.Level;
import cn.guatu.jooq.Tables;
import cn.guatu.notification.Dispatch;
import cn.guatu.notification.NoticePicture;
import cn.guatu.org.MonthStep;
import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.schedule.JobResult;
import cn.guatu.rollup.Light;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What follows a publication happens once for an edition, and what was said stays said. */
@GuatuTest
@Import(BulletinYear.class)
class MonthDocumentsTest {

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    BulletinYear year;

    @Autowired
    OrgService org;

    @Autowired
    MonthService months;

    @Autowired
    MonthDocuments documents;

    @Autowired
    BulletinIssues issues;

    @Autowired
    ScorecardService scorecards;

    @Autowired
    CardReading cards;

    @Autowired
    NoticePicture pictures;

    @Autowired
    Dispatch dispatch;

    @Autowired
    JavaMailSenderImpl mailServer;

    @Autowired
    DSLContext sql;

    @BeforeEach
    void a_published_month() {
        cleaner.clear();
        clock.reset();
        UnitId department = year.write();
        UnitId street = new UnitId(department.value() + 1);
        Recording how = new Recording(clock.now(), "test", null, null);
        org.savePeople(
                List.of(
                        new PersonData(
                                null,
                                "陈副局长",
                                null,
                                new UnitId(department.value() - 1),
                                Position.BUREAU_LEADER,
                                null,
                                "chen@example.cn",
                                true),
                        person("王科", department, Position.DEPARTMENT_HEAD),
                        person("刘联络", street, Position.STREET_LIAISON),
                        person("林小满", department, Position.OFFICER)),
                how);
        publish(10);
    }

    private static PersonData person(String name, UnitId unit, Position position) {
        return new PersonData(null, name, null, unit, position, null, null, true);
    }

    @Test
    void leaders_heads_and_liaisons_are_told_once() {
        assertThat(documents.due(clock.now())).containsExactly("2026-10.1");
        assertThat(documents.run("2026-10.1", clock.now())).isEqualTo(new JobResult(3, 0));
        assertThat(documents.run("2026-10.1", clock.now())).isEqualTo(new JobResult(0, 3));
        assertThat(sql.select(Tables.NOTICE.TITLE).from(Tables.NOTICE).fetch(Tables.NOTICE.TITLE))
                .containsExactlyInAnyOrder("2026年10月评估结果已发布：陈副局长", "2026年10月评估结果已发布：用地管理科", "2026年10月评估结果已发布：龙城街道");
    }

    @Test
    void the_mail_shows_the_page_it_leads_to_and_nothing_for_other_links() throws Exception {
        documents.run("2026-10.1", clock.now());
        for (String link : sql.select(Tables.NOTICE.LINK).from(Tables.NOTICE).fetch(Tables.NOTICE.LINK)) {
            assertThat(ImageIO.read(new ByteArrayInputStream(pictures.png(link).orElseThrow()))
                            .getHeight())
                    .as(link)
                    .isGreaterThan(1000);
        }
        assertThat(pictures.png("reports/12")).isEmpty();
    }

    @Test
    void the_published_text_is_kept_to_the_letter() {
        var said = issues.generated(2026, 10);
        assertThat(said.draft()).isFalse();
        assertThat(said.text(Level.DATE)).isEqualTo("2026年11月1日");
        assertThat(issues.generated(2026, 10)).isEqualTo(said);
        assertThat(sql.fetchCount(Tables.BULLETIN_ISSUE)).isOne();
    }

    @Test
    void the_received_mail_carries_the_page_within_it_and_leads_to_the_product() throws Exception {
        GreenMail inbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        inbox.start();
        String host = mailServer.getHost();
        int port = mailServer.getPort();
        try {
            mailServer.setHost("127.0.0.1");
            mailServer.setPort(inbox.getSmtp().getPort());
            documents.run("2026-10.1", clock.now());
            // Wednesday of the next week: digests go out, and nothing new has come for a while.
            clock.set(LocalDateTime.of(2026, 11, 11, 10, 30));
            assertThat(dispatch.run()).isEqualTo(1);
            MimeMessage mail = inbox.getReceivedMessages()[0];
            List<Part> parts = new ArrayList<>();
            collect(mail, parts);
            Part html = parts.stream()
                    .filter(part -> is(part, "text/html"))
                    .findFirst()
                    .orElseThrow();
            Part picture = parts.stream()
                    .filter(part -> is(part, "image/png"))
                    .findFirst()
                    .orElseThrow();
            String id = picture.getHeader("Content-ID")[0].replaceAll("[<>]", "");
            assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
            assertThat(ImageIO.read(picture.getInputStream()).getHeight()).isGreaterThan(1000);
            assertThat(html.getContent().toString())
                    .contains("src=\"cid:" + id + "\"", "scorecards/leader/", "链接须登录后打开")
                    .doesNotContain("token");
        } finally {
            mailServer.setHost(host);
            mailServer.setPort(port);
            inbox.stop();
        }
    }

    @Test
    void a_published_red_month_is_yellow_once_what_was_missing_has_come_and_only_from_then_on() {
        publish(7);
        clock.advance(Duration.ofDays(1));
        year.late(LocalDate.of(2026, 7, 10), "60");
        for (Subject subject : scorecards.all(2026)) {
            assertThat(july(10, subject))
                    .as(subject.name())
                    .isEqualTo(new CardPage.MonthLight(7, Light.RED, BigDecimal.ZERO, false));
            CardPage.MonthLight later = july(11, subject);
            assertThat(later.light()).isEqualTo(Light.YELLOW);
            assertThat(later.says()).isEqualTo("7月底关注（发布时落后，后已补齐）");
            assertThat(later.rate()).isZero();
        }
    }

    private CardPage.MonthLight july(int month, Subject subject) {
        return cards.month(2026, month).page(subject).strip().get(6);
    }

    private void publish(int month) {
        for (MonthStep step :
                new MonthStep[] {MonthStep.CUT_OFF, MonthStep.REVIEW, MonthStep.OBJECTION, MonthStep.PUBLISH}) {
            months.takeAs("dc1", 2026, month, step, null, false);
        }
    }

    private static void collect(Part part, List<Part> parts) throws Exception {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                collect(several.getBodyPart(i), parts);
            }
        } else {
            parts.add(part);
        }
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
