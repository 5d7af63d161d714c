package cn.guatu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.guatu.org.UnitId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The 通报 as programs fetch and check it. */
@GuatuTest
@Import(BulletinYear.class)
class BulletinInterfaceTest {

    private static final String PATH = "/api/v1/years/2026/assessments/10/bulletin";

    @Autowired
    WebApplicationContext context;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    BulletinYear year;

    private MockMvc web;
    private UnitId department;

    @BeforeEach
    void a_district() {
        cleaner.clear();
        clock.reset();
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        department = year.write();
    }

    @Test
    void the_word_document_of_an_unpublished_month_is_a_draft_with_its_figures() throws Exception {
        byte[] file = fetch(PATH + ".docx")
                .andExpect(status().isOk())
                .andExpect(content().contentType(DocumentFile.DOCX))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''2026%E5%B9%B410")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            assertThat(text.getText())
                    .contains("征求意见稿", "土地供应任务为80公顷，截至10月底完成80.58公顷，完成率100.7%，超序时17.4个百分点。", "规划审批", "龙城街道");
        }
    }

    @Test
    void the_pdf_is_a_pdf() throws Exception {
        byte[] file = fetch(PATH + ".pdf")
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(file, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void what_does_not_exist_is_not_found_and_what_cannot_be_read_is_refused() throws Exception {
        fetch("/api/v1/years/2031/assessments/10/bulletin.docx").andExpect(status().isNotFound());
        fetch("/api/v1/years/2026/assessments/12/bulletin.docx").andExpect(status().isNotFound());
        fetch("/api/v1/years/2026/assessments/13/bulletin.docx").andExpect(status().isBadRequest());
    }

    @Test
    void a_department_does_not_see_the_draft_of_everybody() throws Exception {
        web.perform(get(PATH + ".docx").with(caller(AccessScope.of(Set.of(department), Set.of()))))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("征求意见稿")));
    }

    @Test
    void an_edited_document_is_verified_against_the_figures() throws Exception {
        byte[] file = fetch(PATH + ".docx").andReturn().getResponse().getContentAsByteArray();
        verify(file).andExpect(status().isOk()).andExpect(jsonPath("$.differences", hasSize(0)));
        verify(changed(file))
                .andExpect(jsonPath("$.differences", hasSize(1)))
                .andExpect(jsonPath("$.differences[0].key").value("T02.achieved.number"))
                .andExpect(jsonPath("$.differences[0].expected").value("80.58"))
                .andExpect(jsonPath("$.differences[0].found").value("81"));
        verify("no document".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .andExpect(status().isUnsupportedMediaType());
    }

    /** The cell of what was achieved, written over without its control, as somebody does who types over it. */
    private static byte[] changed(byte[] file) throws Exception {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            XWPFTableCell cell = word.getTables().getFirst().getRow(1).getCell(4);
            cell.getCTTc().getPArray(0).removeSdt(0);
            cell.getCTTc().getPArray(0).addNewR().addNewT().setStringValue("81");
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            word.write(out);
            return out.toByteArray();
        }
    }

    private ResultActions fetch(String path) throws Exception {
        return web.perform(get(path).with(caller(AccessScope.everything())));
    }

    private ResultActions verify(byte[] file) throws Exception {
        return web.perform(multipart(PATH + "/verify")
                .file(new MockMultipartFile("file", "通报.docx", DocumentFile.DOCX, file))
                .with(caller(AccessScope.everything())));
    }

    private static RequestPostProcessor caller(AccessScope scope) {
        Caller caller = new Caller("token:test", "token:test", Set.of(), EnumSet.of(Permission.READ), scope, 1, "");
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                caller, null, List.of(new SimpleGrantedAuthority(Permission.READ.authority()))));
    }
}
