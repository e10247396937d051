package hengke.capability.lifecycle;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;

/**
 * A step that customers take one after the other; the last one taken is the stage they are in. Whoever has an opportunity
 * is recorded as a customer by then, so that step comes first.
 */
public enum Step {
    LEAD("lead", "线索", "Lead", "cyan", "leadOn", "成为线索", "Lead since"),
    CUSTOMER("customer", "客户", "Customer", "blue", "customerSince", "成为客户", "Customer since"),
    OPPORTUNITY("opportunity", "商机", "Opportunity", "orange", "opportunityOn", "首个商机", "First opportunity on"),
    DEAL("deal", "成交", "Bought", "green", "boughtOn", "进入成交", "Bought first on"),
    REPEAT("repeat", "复购", "Bought again", "purple", "boughtAgainOn", "进入复购", "Bought again on");

    private final Option option;
    private final Field<LocalDate> day;

    Step(String value, String chinese, String english, String color, String field, String its, String itsEnglish) {
        this.option = Option.of(value, chinese, english).color(color);
        this.day = Field.of(field, new DateType(), its, itsEnglish).derived();
    }

    Option option() {
        return option;
    }

    public String value() {
        return option.value();
    }

    public Label label() {
        return option.label();
    }

    /** Does every record take it? Then no step before it is ever the stage, and not everybody has taken one. */
    public boolean everybodys() {
        return this == CUSTOMER;
    }

    /** When it was taken. */
    public Field<LocalDate> day() {
        return day;
    }
}
