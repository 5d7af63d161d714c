package cn.guatu.workbook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a package, opened only after every one of them was unpacked once and counted: no parser sees a byte of a file that is too
 * large, a zip bomb, encrypted, or that declares a document type (quality.md, Doors: Files).
 */
final class ZipParts implements AutoCloseable {

    static final int MAX_BYTES = 20 * 1024 * 1024;
    private static final int MAX_ENTRIES = 5_000;
    private static final long MAX_UNPACKED = 300L * 1024 * 1024;
    private static final long RATIO_FREE = 16L * 1024 * 1024;
    private static final long MAX_RATIO = 100;
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries;

    private ZipParts(ZipFile zip, Map<String, ZipArchiveEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    static ZipParts open(byte[] bytes) {
        refuseByFirstBytes(bytes);
        ZipFile zip = null;
        try {
            zip = ZipFile.builder().setByteArray(bytes).get();
            ZipParts parts = new ZipParts(zip, index(zip));
            parts.countUnpacked(bytes.length);
            return parts;
        } catch (RefusedWorkbook refused) {
            closeQuietly(zip);
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            closeQuietly(zip);
            throw damaged();
        }
    }

    boolean has(String path) {
        return entries.containsKey(key(path));
    }

    /** The bytes of a part as they are unpacked; the part must exist. */
    InputStream stream(String path) {
        ZipArchiveEntry entry = entries.get(key(path));
        if (entry == null) {
            throw RefusedWorkbook.unreadable("文件已损坏:缺少部件 " + path + "。请用 WPS 或 Excel 重新保存为 .xlsx 后再导入。");
        }
        try {
            return zip.getInputStream(entry);
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }

    static RefusedWorkbook damaged() {
        return RefusedWorkbook.unreadable("文件已损坏,无法读取。请用 WPS 或 Excel 打开并重新保存为 .xlsx 后再导入。");
    }

    private static void refuseByFirstBytes(byte[] bytes) {
        if (bytes.length == 0) {
            throw RefusedWorkbook.unreadable("文件是空的,请重新选择要导入的 .xlsx 文件。");
        }
        if (bytes.length > MAX_BYTES) {
            throw RefusedWorkbook.tooLarge("文件超过 20 MB,请删去图片等无关内容或拆分后再导入。");
        }
        if (startsWith(bytes, OLE2)) {
            if (contains(bytes, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))) {
                throw RefusedWorkbook.unreadable("文件设有打开密码,无法读取。请取消密码后再导入。");
            }
            throw RefusedWorkbook.wrongKind("这是旧版 .xls 文件,请另存为 .xlsx 后再导入。");
        }
        if (!startsWith(bytes, ZIP)) {
            throw RefusedWorkbook.wrongKind("这不是 .xlsx 工作簿,请选择 WPS 或 Excel 保存的 .xlsx 文件。");
        }
    }

    private static Map<String, ZipArchiveEntry> index(ZipFile zip) {
        Map<String, ZipArchiveEntry> found = new HashMap<>();
        int count = 0;
        for (ZipArchiveEntry each : Collections.list(zip.getEntries())) {
            if (++count > MAX_ENTRIES) {
                throw bomb();
            }
            if (each.isDirectory()) {
                continue;
            }
            if (each.getGeneralPurposeBit().usesEncryption()) {
                throw RefusedWorkbook.unreadable("文件设有密码,无法读取。请取消密码后再导入。");
            }
            if (found.put(key(each.getName()), each) != null) {
                throw damaged();
            }
        }
        return found;
    }

    private void countUnpacked(long packed) throws IOException {
        long total = 0;
        byte[] buffer = new byte[1 << 16];
        for (Map.Entry<String, ZipArchiveEntry> each : entries.entrySet()) {
            DoctypeScan scan = isXml(each.getKey()) ? new DoctypeScan() : null;
            long own = 0;
            long packedEntry = Math.max(1, each.getValue().getCompressedSize());
            try (InputStream in = zip.getInputStream(each.getValue())) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    own += n;
                    total += n;
                    if (total > MAX_UNPACKED
                            || (own > RATIO_FREE && own / packedEntry > MAX_RATIO)
                            || (total > RATIO_FREE && total / packed > MAX_RATIO)) {
                        throw bomb();
                    }
                    if (scan != null && scan.finds(buffer, n)) {
                        throw RefusedWorkbook.unreadable("文件含有外部实体声明(DOCTYPE),为安全起见不予读取。");
                    }
                }
            }
        }
    }

    private static RefusedWorkbook bomb() {
        return RefusedWorkbook.tooLarge("文件解压后过大,疑似压缩炸弹,不予读取。");
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    }

    private static String key(String path) {
        String plain = path.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static boolean contains(byte[] bytes, byte[] word) {
        for (int i = 0; i + word.length <= bytes.length; i++) {
            if (bytes[i] == word[0] && Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    private static void closeQuietly(@Nullable ZipFile zip) {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException ignored) {
                // it is memory only: nothing is left open
            }
        }
    }

    /** Looks for a document type or entity declaration across chunks; the zero bytes of UTF-16 are skipped. */
    private static final class DoctypeScan {
        private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] ENTITY = "<!ENTITY".getBytes(StandardCharsets.US_ASCII);
        private int doctype;
        private int entity;

        boolean finds(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                if (b == '<') {
                    doctype = 1;
                    entity = 1;
                } else if (b != 0 && (doctype > 0 || entity > 0)) {
                    doctype = doctype > 0 && DOCTYPE[doctype] == b ? doctype + 1 : 0;
                    entity = entity > 0 && ENTITY[entity] == b ? entity + 1 : 0;
                    if (doctype == DOCTYPE.length || entity == ENTITY.length) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
