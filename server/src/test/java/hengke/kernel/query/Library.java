package hengke.kernel.query;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Location;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/** The world of these tests: a library with branches, books of every kind of field, loans and remarks. */
final class Library {
    static final Branch BRANCH = new Branch();
    static final Book BOOK = new Book();
    static final Loan LOAN = new Loan();
    static final Remark REMARK = new Remark();
    static final Catalog CATALOG = Catalog.of(BRANCH, BOOK, LOAN, REMARK);

    private Library() {}

    static ObjectDefinition branch() {
        return CATALOG.object("branch");
    }

    static ObjectDefinition book() {
        return CATALOG.object("book");
    }

    static ObjectDefinition loan() {
        return CATALOG.object("loan");
    }

    static ObjectDefinition remark() {
        return CATALOG.object("remark");
    }

    record Discussed() implements Capability {
        @Override
        public String name() {
            return "discussed";
        }
    }

    static final class Branch extends BusinessObject {
        final Field<String> name = text("name").label("馆名", "Name").title();
        final Field<String> region = region("region").label("所在区域", "Region");
        final Field<Long> head = user("head").label("馆长", "Head").indexed();
        final Field<LocalDate> opened = date("opened").label("开馆日", "Opened");

        Branch() {
            super("branch", "分馆", "Branch", "Branches");
            with(new Discussed());
        }
    }

    static final class Book extends BusinessObject {
        private static final List<Option> SHELVES = List.of(
                of("art", "艺术", "Art"),
                of("music", "音乐", "Music").under("art"),
                of("jazz", "爵士", "Jazz").under("music"),
                of("science", "科学", "Science"),
                of("physics", "物理", "Physics").under("science"));

        final Field<String> title = text("title").label("书名", "Title").title();
        final Field<String> blurb = longText("blurb").label("简介", "Blurb");
        final Field<String> review = richText("review").label("书评", "Review");
        final Field<String> number = autoNumber("number", "B{0000}").label("编码", "Number");
        final Field<String> hotline = phone("hotline").label("电话", "Hotline");
        final Field<String> mail = email("mail").label("邮箱", "Mail");
        final Field<String> site = url("site").label("网址", "Site");
        final Field<Long> pages =
                integer("pages", 1, 10_000).label("页数", "Pages").indexed();
        final Field<BigDecimal> weight = decimal("weight", 3).label("重量", "Weight");
        final Field<BigDecimal> discount = percent("discount").label("折扣", "Discount");
        final Field<BigDecimal> score = score("score").label("评分", "Score");
        final Field<Money> price = money("price").label("定价", "Price").indexed();
        final Field<LocalDate> published =
                date("published").label("出版日", "Published").indexed();
        final Field<Instant> scannedAt = dateTime("scannedAt").label("扫描时间", "Scanned at");
        final Field<Boolean> rare = flag("rare").label("珍本", "Rare");
        final Field<String> genre = choice(
                        "genre", of("novel", "小说", "Novel"), of("essay", "散文", "Essay"), of("atlas", "地图", "Atlas"))
                .label("体裁", "Genre")
                .indexed();
        final Field<List<String>> subjects = multiChoice(
                        "subjects", of("war", "战争", "War"), of("love", "爱情", "Love"), of("sea", "海洋", "Sea"))
                .label("主题", "Subjects");
        final Field<List<String>> tags;
        final Field<String> shelf = treeChoice("shelf", SHELVES).label("书架", "Shelf");
        final Field<String> origin = region("origin").label("产地", "Origin");
        final Field<Long> keeper = user("keeper").label("保管人", "Keeper").indexed();
        final Field<Long> department = department("department").label("部门", "Department");
        final Field<Long> branch =
                reference("branch", "branch").label("分馆", "Branch").within("books", "藏书", "Books");
        final Field<Long> original = reference("original", "book").label("原著", "Original");
        final Field<List<Long>> related = references("related", "book").label("相关书", "Related");
        final Field<List<Long>> scans = files("scans").label("扫描件", "Scans");
        final Field<Address> printer = address("printer").label("印厂地址", "Printer");
        final Field<Location> place = location("place").label("位置", "Place");
        final Field<JsonNode> raw = json("raw").label("原始数据", "Raw");

        Book() {
            super("book", "图书", "Book", "Books");
            tags = Field.of("tags", new TextListType(new TextListType.Tags()), "标签", "Tags");
            with(new Discussed(), new Labelled(tags));
        }
    }

    record Labelled(Field<List<String>> tags) implements Capability {
        @Override
        public String name() {
            return "labelled";
        }

        @Override
        public List<Field<?>> fields() {
            return List.of(tags);
        }
    }

    static final class Loan extends BusinessObject {
        final Field<String> reader = text("reader").label("读者", "Reader").title();
        final Field<Long> book = reference("book", "book").label("图书", "Book").within("loans", "借阅", "Loans");
        final Field<Long> days = integer("days", 1, 1000).label("天数", "Days");
        final Field<Long> clerk = user("clerk").label("经办人", "Clerk").indexed();

        Loan() {
            super("loan", "借阅", "Loan", "Loans");
        }
    }

    static final class Remark extends BusinessObject {
        final Field<String> text = text("text").label("内容", "Text").title();
        final Field<Link> about = link("about", "discussed").label("关于", "About");
        final Field<Long> author = user("author").label("作者", "Author");

        Remark() {
            super("remark", "评论", "Remark", "Remarks");
        }
    }

    /** The tables as the schema convention says. */
    static void createTables(DSLContext dsl) {
        for (ObjectDefinition object : CATALOG.objects()) {
            String columns = object.fields().stream()
                    .flatMap(field -> field.type().columns().stream()
                            .map(column -> "\"" + field.column() + column.suffix() + "\" " + column.postgres()))
                    .collect(Collectors.joining(", "));
            dsl.execute("create table \"" + object.table() + "\" (" + columns
                    + ", deleted_at timestamptz, primary key (id))");
        }
    }
}
