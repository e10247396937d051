package hengke.web.paper;

import hengke.kernel.word.WordFile;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the layouts that a company makes of its papers. */
@Component
@Order(87)
final class LayoutsDescription implements ApiPart {
    private static final String LAYOUTS = "/api/paper-layouts";

    /** Which layout something is printed by. */
    static Schema layout() {
        return Schema.integer(0, Long.MAX_VALUE)
                .orNull()
                .about("打印模板；0 为自带的，不填为默认的", "Which layout; 0 is the one that is shipped, none the standard");
    }

    @Override
    public void describe(Description api) {
        Section section = api.section("打印模板", "Layouts of papers");
        Schema text = Schema.text(LayoutReader.MOST_TEXT);
        Schema names = Schema.listOf(Schema.text(200));
        Schema block = api.schema(
                "LayoutBlock",
                Shape.body()
                        .with(
                                "kind",
                                Schema.oneOf(
                                        "title",
                                        "facts",
                                        "lines",
                                        "sums",
                                        "text",
                                        "rich",
                                        "clause",
                                        "signatures",
                                        "pageBreak",
                                        "word"))
                        .maybe("text", text)
                        .maybe("heading", Schema.text(200))
                        .maybe("values", names)
                        .maybe("relation", Schema.text(200))
                        .maybe("columns", names)
                        .maybe("inWords", Schema.text(200).about("用大写写出的金额", "The amount that is told in words"))
                        .maybe("html", Schema.text().about("无害的 HTML", "Harmless HTML"))
                        .maybe("clause", Schema.id())
                        .maybe("edition", Schema.integer())
                        .maybe("name", Schema.text(200))
                        .maybe("parties", names)
                        .maybe("file", Schema.id().about("整份 Word 文件", "The Word file that is the whole paper"))
                        .maybe(
                                "lines",
                                Schema.listOf(Shape.answer()
                                        .with("kind", Schema.text())
                                        .with("relation", Schema.text())
                                        .with("columns", names))));
        Schema content = api.schema(
                "LayoutContent",
                Shape.body().with("blocks", Schema.listOf(block)).maybe("foot", Schema.text(200)));
        Schema one = api.schema("PaperLayout", RecordShape.of(LayoutJson.class));
        Schema whole = api.schema(
                "PaperLayoutWhole",
                RecordShape.of(LayoutJson.Whole.class).with("layout", one).with("content", content));
        section.get(LAYOUTS, "全部打印模板", "All layouts")
                .answers(RecordShape.of(LayoutsController.All.class).with("items", Schema.listOf(one)))
                .forAdministrators();
        section.get(LAYOUTS + "/offered/{object}", "可选的打印模板", "By what records of an object can be printed")
                .answers(Shape.listOf(api.schema("OfferedLayout", RecordShape.of(LayoutJson.Offered.class))));
        section.post(LAYOUTS, "新建打印模板", "Add a layout")
                .explained(
                        "从自带的模板或 from 所指的模板开始。",
                        "Begins as a copy of the one that is shipped, or of the one that from names.")
                .body(Shape.body()
                        .with("object", Schema.text())
                        .with("name", Schema.text(200))
                        .maybe("from", Schema.id().orNull())
                        .maybe("word", Schema.id().orNull().about("上传的 Word 文件", "A Word file that was uploaded")))
                .creates(whole)
                .forAdministrators();
        section.get(LAYOUTS + "/{id}", "一个打印模板", "One layout").answers(whole).forAdministrators();
        section.patch(LAYOUTS + "/{id}", "修改打印模板的草稿", "Change the draft of a layout")
                .explained(
                        "文字中花括号内为字段名，如 {customer.name}、{company}；没有的字段在所在的块报错。",
                        "Names in braces in texts stand for values, as {customer.name} and {company}; one that there is not"
                                + " is refused at its block.")
                .body(Shape.body()
                        .with("version", Schema.integer())
                        .maybe("name", Schema.text(200))
                        .maybe("active", Schema.flag())
                        .maybe("standard", Schema.flag())
                        .maybe("content", content))
                .answers(whole)
                .forAdministrators();
        section.post(LAYOUTS + "/{id}/publish", "发布一版", "Publish an edition, for good")
                .body(Shape.body().with("version", Schema.integer()))
                .answers(whole)
                .forAdministrators();
        section.get(LAYOUTS + "/{id}/editions/{number}", "某一版的内容", "What an edition consists of")
                .answers(content)
                .forAdministrators();
        section.delete(LAYOUTS + "/{id}", "删除从未发布的打印模板", "Delete a layout that was never published")
                .answersNothing()
                .forAdministrators();
        section.post(LAYOUTS + "/preview", "预览", "What a layout makes of a record")
                .body(Shape.body()
                        .with("object", Schema.text())
                        .with("record", Schema.id())
                        .with("content", content)
                        .maybe("language", Schema.text().orNull()))
                .answers(RecordShape.of(LayoutsController.Preview.class))
                .forAdministrators();
        word(api, section);
    }

    private static void word(Description api, Section section) {
        String words = LAYOUTS + "/word/{object}";
        Schema told = api.schema("WordLayout", RecordShape.of(WordController.Told.class));
        section.post(words, "上传 Word 模板", "Bring a Word file as a layout")
                .explained(
                        "有宏、外部引用、修订、批注、过大的文件和图片，以及没有的字段，一律拒绝并说明位置；losses 为 PDF 中与 Word 不同之处。",
                        "Macros, references to the outside, tracked changes, comments, what is too large, and names that there"
                                + " are not are refused, each with its place; losses tells how the PDF differs from Word.")
                .form(Shape.body().with("file", Schema.bytes()))
                .creates(told)
                .forAdministrators();
        section.get(words + "/{file}", "一个 Word 模板所用的字段", "What a Word file speaks of")
                .answers(told)
                .forAdministrators();
        section.get(words + "/{file}/content", "下载 Word 模板", "The Word file as it was brought")
                .answersFile(WordFile.TYPE, Schema.bytes())
                .forAdministrators();
        section.get(words + "/sample", "Word 模板示例", "A Word file to begin with")
                .answersFile(WordFile.TYPE, Schema.bytes())
                .forAdministrators();
    }
}
