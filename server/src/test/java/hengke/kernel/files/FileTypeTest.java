package hengke.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileTypeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "89504E470D0A1A0A0000000D49484452, image/png, true",
        "FFD8FFE000104A46494600010100, image/jpeg, true",
        "474946383961010001000000, image/gif, true",
        "524946462400000057454250565038, image/webp, true",
        "255044462D312E370A, application/pdf, true",
        "4944330400000000, audio/mpeg, true",
        "524946462400000057415645666D7420, audio/wav, true",
        "00000020667479704D3441200000000, audio/mp4, true",
        "4F6767530002000000000000000000000000000000000000000001, audio/ogg, true",
        "4D5A90000300000004000000FFFF, application/x-msdownload, false",
    })
    void the_type_is_told_by_the_bytes(String hex, String type, boolean inline) throws Exception {
        String even = hex.length() % 2 == 0 ? hex : hex + "0";
        String found = type(HexFormat.of().parseHex(even));
        assertThat(found).isEqualTo(type);
        assertThat(FileType.mayShowInline(found)).isEqualTo(inline);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "<html><script>alert(1)</script></html>",
                "<!DOCTYPE html><body onload=alert(1)>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "just text",
                "  <script>alert(1)</script>",
                "<?php system('id');"
            })
    void nothing_that_can_hold_script_is_shown_inline(String content) throws Exception {
        assertThat(FileType.mayShowInline(type(content.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void an_office_file_is_known_by_its_parts() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        assertThat(type(bytes.toByteArray()))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(type(new byte[0])).isEqualTo("application/octet-stream");
    }

    private String type(byte[] bytes) throws Exception {
        return FileType.of(Files.write(folder.resolve("photo.png"), bytes));
    }
}
