package hengke.web.organisation;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes who looks after which region. */
@Component
@Order(84)
final class RegionOwnersDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("区域负责人", "Region owners");
        Schema arrangement = api.schema("RegionOwners", RecordShape.of(RegionOwnersController.Arrangement.class));
        section.get("/api/region-owners", "各区域的负责人", "Who looks after which region")
                .answers(arrangement)
                .forAdministrators();
        section.put("/api/region-owners/{region}", "修改一个区域的负责人", "Change who looks after a region")
                .explained(
                        "同一份数据决定“负责地区”的数据范围和新记录的分配：最近的上级区域优先，同一区域按顺序。",
                        "The same fact decides what “own regions” reach and who takes what is new: the nearest region first, and there in order.")
                .body(Shape.body().maybe("owners", Schema.listOf(Schema.named("Pointer"))))
                .answers(arrangement)
                .forAdministrators();
        section.put(
                        "/api/region-owners/objects/{object}",
                        "新记录是否按区域分配",
                        "Whether new records go to the owner of their region")
                .body(Shape.body().with("active", Schema.flag()))
                .answers(Shape.answer().with("object", Schema.text()).with("active", Schema.flag()))
                .forAdministrators();
    }
}
