package hengke.kernel.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import hengke.kernel.problem.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is read of mails, as senders and attackers make them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailParserTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void chinese_is_read_however_it_is_declared() {
        assertThat(parse("Subject: =?GB2312?B?%s?=\n\n".formatted(base64("朱镕基询价")))
                        .subject())
                .isEqualTo("朱镕基询价");
        assertThat(parse("Subject: 询价\n\n", GBK).subject()).isEqualTo("询价");
        assertThat(parse("Subject: 询价\n\n", StandardCharsets.UTF_8).subject()).isEqualTo("询价");
        assertThat(parse("Content-Type: text/plain; charset=no-such\n\n请报价", GBK)
                        .text())
                .isEqualTo("请报价");
        assertThat(parse("Content-Type: text/plain; charset=utf-8\n\n请报价", GBK).text())
                .contains("\ufffd");
        assertThat(parse("Content-Type: text/plain; charset=gbk\n\n𠮷野家", Charset.forName("GB18030"))
                        .text())
                .isEqualTo("𠮷野家");
    }

    @Test
    void a_character_cut_in_two_words_is_one() {
        byte[] bytes = "询价单".getBytes(StandardCharsets.UTF_8);
        String cut = "=?utf-8?B?%s?=\n =?UTF-8?B?%s?="
                .formatted(
                        Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 4)),
                        Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 4, bytes.length)));
        assertThat(parse("Subject: Re: " + cut + " ok\n\n").subject()).isEqualTo("Re: 询价单 ok");
        assertThat(parse("Subject: =?utf-8?Q?a b_c=3D?=\n\n").subject()).isEqualTo("a b c=");
    }

    @Test
    void who_wrote_it_is_read_from_what_programs_write() {
        assertThat(Correspondent.of("\"x@evil.example <y@evil.example>\" <a@b.example>"))
                .isEqualTo(new Correspondent("x@evil.example <y@evil.example>", "a@b.example"));
        assertThat(Correspondent.of("a@b.example (Ana)")).isEqualTo(new Correspondent("Ana", "a@b.example"));
        assertThat(Correspondent.of("=?gbk?B?%s?= <a@b.example>, c@d.example".formatted(base64("张三"))))
                .isEqualTo(new Correspondent("张三", "a@b.example"));
        assertThat(Correspondent.of("nobody")).isEqualTo(new Correspondent("", ""));
        ReceivedMail form = parse(
                "From: web <web@us.example>\nReply-To: =?gbk?B?%s?= <li@b.example>\n\nhi".formatted(base64("李四")));
        assertThat(form.correspondent()).isEqualTo(new Correspondent("李四", "li@b.example"));
    }

    @Test
    void files_are_named_as_whatever_program_wrote_them() {
        ReceivedMail mail = parse("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                =E4=BD=A0=E5=A5=BD
                --c
                Content-Type: text/html

                <b>ignored</b>
                --c--
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*0*=gbk''%B1%A8; filename*1*=%BC%DB.pdf
                Content-Transfer-Encoding: base64

                AAAA
                --b
                Content-Type: text/plain; name="../../etc/passwd"

                secret
                --b--
                """);
        assertThat(mail.text()).isEqualTo("你好");
        assertThat(mail.attachments().getFirst().name()).isEqualTo("报价.pdf");
        assertThat(mail.attachments().getFirst().size()).isEqualTo(3);
        assertThat(mail.attachments().getLast().name()).isEqualTo(".._.._etc_passwd");
        assertThat(mail.whole()).isTrue();
    }

    @Test
    void only_what_is_surely_history_is_cut() {
        assertThat(QuotedHistory.cut("好的\n\nOn Mon, 23 Nov 2026 at 10:00, Ana <a@b.c> wrote:\n> alt"))
                .isEqualTo("好的");
        assertThat(QuotedHistory.cut("好的\n在 2026年11月23日，张三写道：\n> 旧")).isEqualTo("好的");
        assertThat(QuotedHistory.cut("好的\n发件人: 张三\n发送时间: 2026年\n收件人: 李四")).isEqualTo("好的");
        assertThat(QuotedHistory.cut("---- 转发的邮件 ----\n请联系王五")).contains("请联系王五");
        assertThat(QuotedHistory.cut("发件人: 见附件\n请回复")).contains("请回复");
        assertThat(QuotedHistory.cut("> 你要多少？\n二百台")).contains("二百台");
    }

    @Test
    void machines_are_told_from_people() {
        assertThat(reason("Auto-Submitted: auto-replied (vacation)\n")).isEqualTo("自动回复");
        assertThat(reason("Subject: 自动回复: 询价\n")).isEqualTo("自动回复");
        assertThat(reason("X-Autoreply: yes\n")).isEqualTo("自动回复");
        assertThat(reason("Return-Path: <>\n")).isEqualTo("退信或投递报告");
        assertThat(reason("Content-Type: multipart/report; report-type=delivery-status; boundary=x\n"))
                .isEqualTo("退信或投递报告");
        assertThat(reason("Precedence: bulk\n")).contains("群发");
        assertThat(reason("List-Id: <x.example>\n")).contains("群发");
        assertThat(reason("Auto-Submitted: auto-generated\n")).contains("程序");
        assertThat(reason("From: US <Sales@Us.example>\n")).contains("本邮箱");
        assertThat(reason("Auto-Submitted: no\nReturn-Path: <a@b.example>\nSubject: 关于自动回复功能\n"))
                .isEmpty();
    }

    @Test
    void nothing_makes_it_fail_or_go_on_for_ever() {
        Random random = new Random(7);
        String seed = "From: a <a@b>\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\n"
                + "Content-Type: text/html; charset=gbk\nContent-Transfer-Encoding: base64\n\n5L2g5aW9\n--b--\n";
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j < 6; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> MailParser.parse(bytes, true, Instant.EPOCH, Set.of()))
                    .doesNotThrowAnyException();
        }
        assertThat(parse("Content-Type: text/html\n\n" + "<div>".repeat(200_000) + "深")
                        .text())
                .isNotNull();
        assertThat(parse("Subject: " + "=?a?q?".repeat(15_000) + "\n\n")
                        .subject()
                        .length())
                .isLessThanOrEqualTo(500);
        assertThat(parse("Content-Type: text/plain; " + "a=\"\\".repeat(20_000) + "\n\nx"))
                .isNotNull();
    }

    private static String reason(String headers) {
        String from = headers.startsWith("From") ? "" : "From: a@b.example\n";
        return MailParser.parse(
                        (headers + from + "\ntext").getBytes(StandardCharsets.UTF_8),
                        true,
                        Instant.EPOCH,
                        Set.of("sales@us.example"))
                .automatic()
                .map(message -> message.in(Language.CHINESE))
                .orElse("");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(GBK));
    }

    private static ReceivedMail parse(String mail) {
        return parse(mail, StandardCharsets.UTF_8);
    }

    private static ReceivedMail parse(String mail, Charset charset) {
        return MailParser.parse(mail.getBytes(charset), true, Instant.EPOCH, Set.of());
    }
}
