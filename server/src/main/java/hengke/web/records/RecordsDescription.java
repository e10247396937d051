package hengke.web.records;

import hengke.capability.relation.Surroundings;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.Printed;
import hengke.kernel.records.Command;
import hengke.kernel.records.Commands;
import hengke.kernel.records.Upsert;
import hengke.kernel.word.WordFile;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Call;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the calls of every object its reader may know, each with the object's own schemas. */
@Component
@Order(5)
final class RecordsDescription implements ApiPart {
    private final Reading reading;
    private final Access access;
    private final Commands commands;

    RecordsDescription(Reading reading, Access access, Commands commands) {
        this.reading = reading;
        this.access = access;
        this.commands = commands;
    }

    @Override
    public void describe(Description api) {
        SharedSchemas.describe(api);
        RelationSchemas.describe(api);
        BoardSchemas.describe(api);
        paths(api);
        api.reader()
                .ifPresent(reader -> reading.catalog().objects().stream()
                        .filter(object -> may(reader, object, Verb.READ, Verb.CREATE))
                        .sorted(Comparator.comparing(object -> object.application() == null))
                        .forEach(object -> describe(api, reader, object)));
    }

    private void describe(Description api, Actor reader, ObjectDefinition object) {
        Section section = api.section(object.label());
        String path = "/api/records/" + object.name();
        var schemas = RecordSchemas.of(access, reading, reader, object);
        Schema record = schemas.record(api);
        section.about(RecordSchemas.name(object, "Record"));
        if (may(reader, object, Verb.CREATE)) {
            section.post(path, "新建", "Create")
                    .body(schemas.draft(api))
                    .creates(record)
                    .carries(OperationJson.HEADER)
                    .carries("Location");
        }
        if (may(reader, object, Verb.READ) && object.has(Printed.class)) {
            paper(section.get(path + "/{id}/paper", "打印为 PDF", "Print as PDF"))
                    .answersFile("application/pdf", Schema.bytes());
            paper(section.get(
                            path + "/{id}/paper/word", "按 Word 模板生成 .docx", "Print as .docx, by a layout that is one"))
                    .answersFile(WordFile.TYPE, Schema.bytes());
        }
        if (may(reader, object, Verb.READ)) {
            reading(section, path, record);
            relations(section, path);
        }
        if (may(reader, object, Verb.EDIT)) {
            section.patch(path + "/{id}", "修改", "Change")
                    .explained(
                            "version 是读到的版本；已被他人修改时为 409 stale，并给出冲突字段现在的值。",
                            "version is the one that was read; if somebody else has changed the record since, 409 stale"
                                    + " with the conflicting fields as they are now.")
                    .body(schemas.change(api))
                    .answers(record)
                    .carries(OperationJson.HEADER);
        }
        if (may(reader, object, Verb.DELETE)) {
            deleting(section, path, record);
        }
        Schema values = schemas.values(api);
        if (may(reader, object, Verb.EDIT, Verb.DELETE)) {
            bulk(section, path, values);
        }
        commands.of(reader, object)
                .forEach(command -> command(
                        section,
                        path,
                        command.makes(object).isPresent() ? schemas.withMade() : record,
                        command,
                        schemas.input(api, command)));
        if (may(reader, object, Verb.CREATE, Verb.EDIT)) {
            upsert(section, path, values);
        }
        duplicates(section, path);
    }

    private boolean may(Actor reader, ObjectDefinition object, Verb... verbs) {
        return Stream.of(verbs).anyMatch(verb -> access.may(reader, object, verb));
    }

    private static void reading(Section section, String path, Schema record) {
        section.post(path + "/query", "查询：筛选、搜索、排序、翻页", "Query: filter, search, sort, page")
                .explained(
                        "按游标翻页：把返回的 next 作为 after 传回。fields 不填为全部可见字段。",
                        "Pages by cursor: send next back as after. Without fields, all one may see.")
                .body(Schema.named("RecordQuery"))
                .answers(Shape.pageOf(record).maybe("count", Schema.named("Count")));
        section.get(path + "/{id}", "一条记录", "One record")
                .query("fields", Schema.text().about("只要这些字段，逗号分隔", "Only these fields, separated by commas"))
                .answers(record);
        section.post(path + "/{id}/reveal", "查看一个脱敏的值", "Show one masked value")
                .explained(
                        "角色允许查看的脱敏字段；每次都会被记录，过于频繁时为 429。",
                        "Of a masked field that a role lets be shown; logged each time, 429 when it is asked too often.")
                .body(Shape.body().with("field", Schema.text()))
                .answers(Shape.answer().with("field", Schema.text()).with("value", Schema.any()));
        section.post(path + "/board", "看板：各列的数量、合计与最前的卡片", "A board: number, sum and first cards of each column")
                .explained(
                        "只含有记录的列。继续翻页：用 /query 加上该列的条件，把 next 作为 after。",
                        "Columns in which records stand. To go on, ask /query with the column's condition, with next as after.")
                .body(Schema.named("BoardQuery"))
                .answers(Shape.answer()
                        .with("columns", Schema.listOf(BoardSchemas.column().with("items", Schema.listOf(record)))));
        section.post(path + "/aggregate", "分组统计", "Counts, sums and averages in groups")
                .body(Schema.named("Aggregation"))
                .answers(Schema.named("Summary"));
        section.get(path + "/{id}/history", "字段的修改历史", "What was changed, field by field")
                .query("after", Schema.text())
                .answers(Shape.pageOf(Schema.named("HistoryItem")));
        section.get(path + "/{id}/timeline", "时间线：跟进、文件与变化", "Timeline: follow-ups, files and changes")
                .query(
                        "kinds",
                        Schema.text()
                                .about(
                                        "activity、change、file、paper，逗号分隔",
                                        "activity, change, file, paper, separated by commas"))
                .query("after", Schema.text())
                .answers(Shape.pageOf(Schema.named("TimelineItem")));
        section.get(path + "/{id}/access", "为什么能或不能", "Why one may and may not")
                .query("user", Schema.id().about("看别人的，仅管理员", "Somebody else's, for administrators"))
                .answers(Schema.named("AccessExplanation"));
        section.get(path + "/{id}/explanations/{field}", "一个值是怎么来的", "How a value came about")
                .explained(
                        "目录里 explained 为 true 的字段；records 打开其依据的记录。",
                        "Of fields that the catalog says are explained; records opens those it was made from.")
                .answers(Schema.named("ValueExplanation"));
        section.get(path + "/{id}/overview", "关键数字", "Key figures")
                .explained(
                        "没有值、看不到的不列出；field 指记录自己的字段，records 打开其依据的记录。",
                        "Without a value, or out of sight, they are left out; field is one of the record's own, records opens those below.")
                .answers(Schema.named("Overview"));
    }

    private static Call paper(Call call) {
        return call.query("language", Schema.text().about("不填为请求的语言", "That of the request, where nothing is said"))
                .query(
                        "layout",
                        Schema.integer(0, Long.MAX_VALUE)
                                .about(
                                        "打印模板；0 为自带的，不填为默认的",
                                        "Which layout; 0 is the one that is shipped, none the standard"));
    }

    private static void relations(Section section, String path) {
        section.get(path + "/{id}/relations", "关系网：与哪些记录有何关系", "What it is tied to, and how")
                .explained(
                        "只含看得到的记录，最多 500 个；其余时 more 为 true。",
                        "Of what one may see, 500 records at most; more says that there are others.")
                .query("depth", Schema.integer(1, Surroundings.FARTHEST).about("走几步", "How many steps"))
                .answers(Schema.named("Surroundings"));
    }

    private static void paths(Description api) {
        api.section("关系", "Relations")
                .get("/api/paths", "查找路径：谁认识谁", "The shortest way from one record to another")
                .explained(
                        "最多五步。from 为 me 时从自己负责的、否则从同事负责的最近的记录开始。",
                        "Five steps at most. From me: over the nearest record that I own or, failing that, a colleague.")
                .query("from", Schema.text().about("me，或 customer:1", "me, or customer:1"))
                .needs("to", Schema.text())
                .answers(Schema.named("Way"));
    }

    private static void deleting(Section section, String path, Schema record) {
        section.delete(path + "/{id}", "删除到回收站", "Delete, into the recycle bin")
                .query("version", Schema.integer().about("读到的版本", "The version that was read"))
                .answersNothing()
                .carries(OperationJson.HEADER);
        section.post(path + "/{id}/restore", "从回收站恢复", "Restore from the recycle bin")
                .answers(record)
                .carries(OperationJson.HEADER);
        section.post(path + "/purge", "从回收站彻底删除，仅管理员", "Delete from the recycle bin for good, for administrators")
                .explained(
                        "不能撤销。仍被其他记录引用的不删除，列在 held 中。",
                        "Cannot be undone. What something else still points at stays and is listed in held.")
                .body(Shape.body().with("ids", Schema.listOf(Schema.id()).with("maxItems", PurgeController.MOST)))
                .answers(Shape.answer()
                        .with("purged", Schema.integer())
                        .with("held", Schema.listOf(Schema.named("Labelled"))));
    }

    private static void bulk(Section section, String path, Schema values) {
        section.post(path + "/bulk", "批量修改或删除", "Change or delete many at once")
                .explained(
                        "ids 与 filter 二选一，change、delete、restore、command 四选一。数量大时在后台进行，返回的操作可随时查看进度。",
                        "Either ids or filter, and one of change, delete, restore and command. Many are done in the"
                                + " background; the operation that is answered tells how far it is.")
                .body(Shape.body()
                        .maybe("ids", Schema.listOf(Schema.id()).with("maxItems", BulkController.MOST_IDS))
                        .maybe("filter", Schema.named("Filter"))
                        .maybe("change", values)
                        .maybe("delete", Schema.flag())
                        .maybe("restore", Schema.flag().about("从回收站恢复", "Out of the recycle bin"))
                        .maybe("command", Schema.text().about("对每条执行的命令", "A command to run on each"))
                        .maybe("input", Schema.mapOf(Schema.any()).about("命令的输入", "What the command asks for"))
                        .maybe("dryRun", Schema.flag().about("只预览", "Only say what would happen")))
                .answers(Schema.either(Schema.named("Operation"), Schema.named("BulkPreview")))
                .carries(OperationJson.HEADER);
    }

    private static void command(Section section, String path, Schema record, Command command, Shape input) {
        Label label = command.label();
        section.post(path + "/{id}/commands/" + command.name(), label.chinese(), label.english())
                .explained(
                        "返回执行后的记录；不再可见时为 204。新建了记录的命令以 made 指明它。",
                        "Answers the record as it is then, or 204 when it went out of sight; made names a record it has made.")
                .body(input)
                .answers(record)
                .carries(OperationJson.HEADER);
        section.post(path + "/commands/" + command.name(), label.chinese() + "（多条）", label.english() + ", several")
                .body(Shape.body()
                        .with("ids", Schema.listOf(Schema.id()).with("maxItems", BulkController.MOST_IDS))
                        .maybe("input", input))
                .answers(Schema.named("Operation"))
                .carries(OperationJson.HEADER);
    }

    private static void upsert(Section section, String path, Schema values) {
        section.post(path + "/upsert", "按键写入：有则改，无则建", "Write by a key: change or create")
                .body(Shape.body()
                        .with(
                                "key",
                                Schema.listOf(Schema.text())
                                        .about("用来认出记录的字段", "The fields by which a record is recognised"))
                        .with("records", Schema.listOf(values).with("maxItems", Upsert.MOST))
                        .maybe("atomic", Schema.flag().about("要么全部成功，要么全部不做", "All or none")))
                .answers(Schema.named("UpsertResult"))
                .carries(OperationJson.HEADER);
    }

    private static void duplicates(Section section, String path) {
        section.post(path + "/duplicates", "查重", "Which records a draft may be the same as")
                .body(Schema.mapOf(Schema.any()).about("草稿；修改时带 id", "A draft, with its id while it is edited"))
                .answers(Shape.listOf(Schema.named("Duplicate")));
    }
}
