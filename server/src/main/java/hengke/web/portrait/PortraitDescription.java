package hengke.web.portrait;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Section;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes portraits. */
@Component
@Order(83)
final class PortraitDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("画像", "Portraits");
        section.get("/api/portraits/{object}/{id}", "一条记录的画像", "What a record is like to deal with")
                .explained(
                        "只按读者能查看的往来统计；活跃度与趋势是记录的字段。goods 按产品分组统计即已购产品。",
                        "From the contacts that the reader may see; activity and its trend are fields of the record. Grouped by product, goods tell what was bought.")
                .answers(api.schema("Portrait", RecordShape.of(PortraitController.Portrait.class)));
    }
}
