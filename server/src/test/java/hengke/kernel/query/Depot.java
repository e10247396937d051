package hengke.kernel.query;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The world of the formula tests: parcels that lie in depots. */
final class Depot extends BusinessObject {
    final Field<String> name = text("name").label("仓库名", "Depot name").title();
    final Field<BigDecimal> rate = decimal("rate", 4).label("费率", "Rate");
    final Field<LocalDate> opened = date("opened").label("启用日", "Opened");
    final Field<String> region = region("region").label("所在地", "Place");

    Depot() {
        super("depot", "仓库", "Depot", "Depots");
    }

    /** What is kept there. */
    static final class Parcel extends BusinessObject {
        final Field<String> title = text("title").label("品名", "Title").title();
        final Field<String> note = longText("note").label("说明/备注", "Note");
        final Field<Long> pieces = integer("pieces", -1000, 1000).label("件数", "Pieces");
        final Field<BigDecimal> weight = decimal("weight", 3).label("重量", "Weight");
        final Field<Money> price = money("price").label("价格", "Price");
        final Field<LocalDate> sent = date("sent").label("寄出日", "Sent");
        final Field<Instant> arrivedAt = dateTime("arrivedAt").label("到达时间", "Arrived at");
        final Field<Boolean> fragile = flag("fragile").label("易碎", "Fragile");
        final Field<String> speed = choice("speed", of("slow", "普通", "Slow"), of("fast", "特快", "Fast"))
                .label("时效", "Speed");
        final Field<String> origin = region("origin").label("发货地", "Origin");
        final Field<Long> keeper = user("keeper").label("保管人", "Keeper");
        final Field<Long> depot =
                reference("depot", "depot").label("仓", "Depot").within("parcels", "包裹", "Parcels");

        Parcel() {
            super("parcel", "包裹", "Parcel", "Parcels");
        }
    }
}
