package hengke.sales;

import hengke.capability.activity.Discussed;
import hengke.capability.attachment.Attached;
import hengke.capability.tag.Tagged;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import org.springframework.stereotype.Component;

/** A company that wants the same deals. */
@Component
public final class Competitor extends BusinessObject {
    {
        section("基本信息", "Basics");
    }

    public final Field<String> title = text("name")
            .label("名称", "Name")
            .alsoCalled("竞争对手", "竞品", "competitor")
            .required()
            .unique()
            .title()
            .searched()
            .listed();
    public final Field<String> website = url("website").label("网址", "Website").listed();
    public final Field<String> strengths = longText("strengths").label("优势", "Strengths");
    public final Field<String> weaknesses = longText("weaknesses").label("劣势", "Weaknesses");
    public final Field<String> answer = longText("answer").label("应对策略", "How we answer");

    {
        with(new Tagged(), new Attached(), new Discussed());
    }

    Competitor() {
        super("competitor", "竞争对手", "Competitor", "Competitors");
        application("sales", "competitor");
    }
}
