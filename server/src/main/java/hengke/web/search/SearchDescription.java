package hengke.web.search;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the search over everything. */
@Component
@Order(40)
final class SearchDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema group = api.schema(
                "SearchGroup",
                Shape.answer()
                        .with("object", Schema.text())
                        .with("label", Schema.text())
                        .with(
                                "items",
                                Schema.listOf(Shape.answer()
                                        .with("id", Schema.id())
                                        .with("label", Schema.text().orNull())
                                        .maybe("detail", Schema.text().about("标题之外的线索", "What tells namesakes apart"))
                                        .maybe("matched", Schema.text().about("线索的字段", "The field of the detail"))))
                        .with("more", Schema.flag()));
        api.section("搜索", "Search")
                .get("/api/search", "搜索全部对象", "Search every object")
                .explained("汉字、拼音、首字母、电话尾号均可。", "By characters, pinyin, initials or the tail of a phone number.")
                .needs("q", Schema.text())
                .query("objects", Schema.text().about("只在这些对象中，逗号分隔", "Only in these objects, separated by commas"))
                .query("limit", Schema.integer(1, SearchController.MOST))
                .answers(Shape.answer().with("groups", Schema.listOf(group)));
    }
}
