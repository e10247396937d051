package hengke.customers;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.relation.Connects;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How two contacts know each other. */
@Component
public final class ContactRelation extends BusinessObject {
    private static final Option[] KINDS = {
        of("colleague", "同事", "Colleague").color("blue"),
        of("classmate", "同学", "Classmate").color("cyan"),
        of("superior", "上级", "Superior").color("purple"),
        of("subordinate", "下属", "Subordinate").color("geekblue"),
        of("family", "亲属", "Family").color("magenta"),
        of("introducer", "介绍人", "Introducer").color("gold"),
        of("introduced", "被介绍人", "Introduced").color("orange"),
        of("friend", "朋友", "Friend").color("green"),
        of("other", "其他", "Other").color("gray")
    };
    private static final Map<String, String> OPPOSITES = Map.of(
            "superior", "subordinate",
            "subordinate", "superior",
            "introducer", "introduced",
            "introduced", "introducer");

    {
        section("人脉", "Acquaintance");
    }

    public final Field<Long> from = reference("from", "contact")
            .label("联系人", "Contact")
            .required()
            .listed()
            .within("acquaintances", "人脉", "Acquaintances")
            .seenTogether();
    public final Field<Long> to = reference("to", "contact")
            .label("相识的人", "Knows")
            .alsoCalled("对方", "认识的人")
            .required()
            .listed()
            .within("knownBy", "被认识", "Known by")
            .seenTogether();
    public final Field<String> kind = choice("kind", KINDS)
            .label("关系", "Relation")
            .help("相识的人是联系人的什么", "What the other is to the contact")
            .alsoCalled("关系类型", "类型")
            .required()
            .listed();
    public final Field<String> inverse = choice("inverse", KINDS)
            .label("反向关系", "The other way")
            .help("留空则自动对应", "Follows by itself when left empty")
            .listed();
    public final Field<LocalDate> since = date("since").label("开始日期", "Since");
    public final Field<LocalDate> until = date("until").label("结束日期", "Until");
    public final Field<String> note = text("note").label("说明", "Note").title().listed();

    {
        with(new Connects(from, to, kind, inverse, OPPOSITES, since, until));
    }

    ContactRelation() {
        super("contact-relation", "人脉关系", "Acquaintance", "Acquaintances");
    }
}
