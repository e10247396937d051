package hengke.kernel.schema;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import java.util.List;

/** Objects of a make-believe library, with a field of every kind. */
final class Samples {
    private Samples() {}

    static Catalog catalog() {
        return Catalog.of(new Shelf(), new Book(), new Loan());
    }

    /** Something that can be borrowed. */
    record Lendable() implements Capability {
        @Override
        public String name() {
            return "lendable";
        }

        @Override
        public List<Field<?>> fields() {
            return List.of(Field.of("topics", new TextListType(new TextListType.Tags()), "主题", "Topics"));
        }
    }

    static final class Shelf extends BusinessObject {
        final Field<String> name = text("name").label("名称", "Name").title().unique();
        final Field<Long> within =
                reference("within", "shelf").label("上级", "Within").within("parts", "分架", "Parts");

        Shelf() {
            super("shelf", "书架", "Shelf", "Shelves");
        }
    }

    static final class Book extends BusinessObject {
        final Field<String> title = text("title").label("书名", "Title").title();
        final Field<String> number =
                autoNumber("callNumber", "B{0000}").label("索书号", "Call number").unique();
        final Field<Long> shelf =
                reference("shelf", "shelf").label("书架", "Shelf").within("books", "图书", "Books");
        final Field<String> summary = longText("summary").label("简介", "Summary").indexed();
        final Field<String> review = richText("review").label("书评", "Review");
        final Field<String> phone = phone("phone").label("电话", "Phone").identifying();
        final Field<String> email = email("email").label("邮箱", "E-mail").indexed();
        final Field<String> site = url("site").label("网址", "Site").unique();
        final Field<Long> pages =
                integer("pages", 0, 100_000).label("页数", "Pages").indexed();
        final Field<?> weight = decimal("weight", 3).label("重量", "Weight");
        final Field<?> worn = percent("worn").label("折旧", "Worn");
        final Field<?> rating = score("rating").label("评分", "Rating");
        final Field<?> price = money("price").label("价格", "Price").indexed();
        final Field<?> printed = date("printed").label("印刷日期", "Printed");
        final Field<?> due = dateTime("dueAt").label("应还时间", "Due").indexed();
        final Field<?> rare = flag("rare").label("珍本", "Rare").indexed();
        final Field<String> state = choice("state", Option.of("new", "新", "New"), Option.of("old", "旧", "Old"))
                .label("状态", "State")
                .indexed();
        final Field<?> forms =
                multiChoice("forms", Option.of("paper", "纸质", "Paper")).label("载体", "Forms");
        final Field<?> genre = treeChoice("genre", List.of(Option.of("poem", "诗", "Poem")))
                .label("类别", "Genre")
                .indexed();
        final Field<?> origin = region("origin").label("产地", "Origin");
        final Field<?> keeper = user("keeper").label("保管人", "Keeper");
        final Field<?> hall = department("hall").label("部门", "Hall");
        final Field<?> sequels = references("sequels", "book").label("续集", "Sequels");
        final Field<?> scans = files("scans").label("扫描件", "Scans");
        final Field<?> sender = address("sender").label("寄件地址", "Sender");
        final Field<?> place = location("place").label("位置", "Place");
        final Field<?> raw = json("raw").label("原始数据", "Raw").indexed();

        Book() {
            super("book", "图书", "Book", "Books");
            with(new Lendable());
        }
    }

    static final class Loan extends BusinessObject {
        final Field<String> reason = text("reason").label("事由", "Reason").title();
        final Field<?> about = link("about", "lendable").label("借出", "About").within("loans", "借阅", "Loans");

        Loan() {
            super("loan", "借阅", "Loan", "Loans");
        }
    }
}
