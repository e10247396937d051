package hengke.capability.pool;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import org.springframework.stereotype.Component;

/** A place where records without an owner wait. Everybody knows its name; what else it is stands in its definition. */
@Component
public final class Pool extends BusinessObject {
    static final String NAME = "pool";

    {
        section("公海", "Pool");
    }

    public final Field<String> title =
            text("name", 60).label("名称", "Name").required().unique().title().listed();

    Pool() {
        super(NAME, "公海", "Pool", "Pools");
    }
}
