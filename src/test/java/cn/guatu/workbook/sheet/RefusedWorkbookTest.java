package cn.guatu.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;

/** workbook.md, Refused whole; rulings, A file refused whole. */
class RefusedWorkbookTest {

    @Test
    void whatIsNoWorkbookIsOfTheWrongKind() throws IOException {
        assertThat(kind("编码,名称".getBytes(StandardCharsets.UTF_8))).isEqualTo(RefusedWorkbook.Kind.WRONG_KIND);
        assertThat(kind(zip(Map.of("a.txt", new byte[] {1})))).isEqualTo(RefusedWorkbook.Kind.WRONG_KIND);
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("组织");
            book.write(old);
        }
        assertThat(kind(old.toByteArray())).isEqualTo(RefusedWorkbook.Kind.WRONG_KIND);
    }

    @Test
    void anEmptyOrTornFileIsUnreadable() {
        byte[] sound = Book.plan().bytes();
        assertThat(kind(new byte[0])).isEqualTo(RefusedWorkbook.Kind.UNREADABLE);
        assertThat(kind(Arrays.copyOf(sound, sound.length / 2))).isEqualTo(RefusedWorkbook.Kind.UNREADABLE);
    }

    @Test
    void aPasswordIsNamed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(Book.plan().bytes());
            }
            files.writeFilesystem(out);
        }
        RefusedWorkbook refused = refusal(out.toByteArray());
        assertThat(refused.kind()).isEqualTo(RefusedWorkbook.Kind.UNREADABLE);
        assertThat(refused).hasMessageContaining("密码");
    }

    @Test
    void macrosAreRefusedAlsoUnderAnotherName() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            book.createSheet("组织");
            book.write(out);
        }
        assertThat(refusal(out.toByteArray())).hasMessageContaining("宏");
        Map<String, byte[]> parts = parts(Book.plan().bytes());
        parts.put("xl/vbaProject.bin", new byte[] {1, 2, 3});
        assertThat(kind(zip(parts))).isEqualTo(RefusedWorkbook.Kind.WRONG_KIND);
    }

    @Test
    void moreThanTwentyMebibytesIsTooLarge() {
        assertThat(kind(new byte[20 * 1024 * 1024 + 1])).isEqualTo(RefusedWorkbook.Kind.TOO_LARGE);
    }

    @Test
    void aZipBombIsTooLarge() throws IOException {
        Map<String, byte[]> parts = parts(Book.plan().bytes());
        parts.put("xl/media/image1.png", new byte[64 * 1024 * 1024]);
        assertThat(kind(zip(parts))).isEqualTo(RefusedWorkbook.Kind.TOO_LARGE);
    }

    @Test
    void tooManyPartsAreTooLarge() throws IOException {
        Map<String, byte[]> parts = parts(Book.plan().bytes());
        for (int i = 0; i < 6_000; i++) {
            parts.put("xl/media/" + i + ".png", new byte[0]);
        }
        assertThat(kind(zip(parts))).isEqualTo(RefusedWorkbook.Kind.TOO_LARGE);
    }

    @Test
    void externalEntitiesAreRefusedInWhateverPartAndEncoding() throws IOException {
        String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        for (String part : new String[] {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "docProps/core.xml"}) {
            Map<String, byte[]> parts = parts(Book.plan().bytes());
            String xml = new String(parts.get(part), StandardCharsets.UTF_8);
            String bare = xml.substring(xml.indexOf("?>") + 2);
            parts.put(part, (evil + bare).getBytes(StandardCharsets.UTF_8));
            assertThat(kind(zip(parts))).isEqualTo(RefusedWorkbook.Kind.UNREADABLE);
            parts.put(part, ("\uFEFF" + evil + bare).getBytes(StandardCharsets.UTF_16LE));
            assertThat(kind(zip(parts))).isEqualTo(RefusedWorkbook.Kind.UNREADABLE);
        }
    }

    @Test
    void brokenXmlIsUnreadable() throws IOException {
        Map<String, byte[]> parts = parts(Book.plan().bytes());
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row".getBytes(StandardCharsets.UTF_8));
        assertThat(kind(zip(parts))).isEqualTo(RefusedWorkbook.Kind.UNREADABLE);
    }

    @Test
    void aHundredThousandRecordsAreReadAndOneMoreIsRefused() throws IOException {
        // three records stand in the other sheets: two units have no row here
        assertThat(WorkbookReader.read(withUnits(99_998), 2026).units()).hasSize(99_998);
        assertThat(kind(withUnits(99_999))).isEqualTo(RefusedWorkbook.Kind.TOO_LARGE);
        assertThat(kind(withUnits(300_000))).isEqualTo(RefusedWorkbook.Kind.TOO_LARGE);
    }

    private static byte[] withUnits(int count) throws IOException {
        Map<String, byte[]> parts = parts(Book.plan().bytes());
        StringBuilder rows = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        rows.append("<row><c t=\"inlineStr\"><is><t>名称</t></is></c><c t=\"inlineStr\"><is><t>类型</t></is></c></row>");
        for (int i = 0; i < count; i++) {
            rows.append("<row><c t=\"inlineStr\"><is><t>甲&amp;")
                    .append(i)
                    .append("</t></is></c><c t=\"inlineStr\"><is><t>&#31185;室</t></is></c></row>");
        }
        parts.put(
                "xl/worksheets/sheet1.xml",
                rows.append("</sheetData></worksheet>").toString().getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static RefusedWorkbook.Kind kind(byte[] bytes) {
        return refusal(bytes).kind();
    }

    private static RefusedWorkbook refusal(byte[] bytes) {
        RefusedWorkbook refused = catchThrowableOfType(RefusedWorkbook.class, () -> WorkbookReader.read(bytes, 2026));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
