package hengke.sales;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Followed;
import hengke.capability.appointment.Scheduled;
import hengke.capability.attachment.Attached;
import hengke.capability.intake.Captured;
import hengke.capability.owner.Owned;
import hengke.capability.pool.Pooled;
import hengke.capability.prediction.Predicted;
import hengke.capability.routing.Routed;
import hengke.capability.score.Scored;
import hengke.capability.share.Shared;
import hengke.capability.stage.Staged;
import hengke.capability.tag.Tagged;
import hengke.capability.task.Tasked;
import hengke.customers.AcquisitionSources;
import hengke.customers.Industries;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.Address;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** Somebody who may become a customer, before anybody knows. */
@Component
public final class Lead extends BusinessObject {
    public static final String CONVERTED = "converted";

    private static final String INVALID = "invalid";

    private static final Transitions MOVES =
            new Transitions(false, List.of(new Move(Transitions.ANY, INVALID, Set.of(), List.of("invalidReason"))));

    {
        section("基本信息", "Basics");
    }

    public final Field<String> fullName = text("name", 100)
            .label("姓名", "Name")
            .alsoCalled("线索", "线索名称", "联系人", "联系人姓名", "lead", "contact name")
            .personName()
            .required()
            .title()
            .searched()
            .listed();
    public final Field<String> company = text("company")
            .label("公司", "Company")
            .alsoCalled("公司名称", "企业名称", "单位", "account")
            .searched()
            .listed()
            .headline()
            .identifying();
    public final Field<String> title =
            text("title", 100).label("职务", "Job title").alsoCalled("职位").listed();
    public final Field<String> status = choice(
                    "status",
                    of("new", "新线索", "New").color("blue"),
                    of("following", "跟进中", "Following").color("cyan"),
                    of("qualified", "已确认", "Qualified").color("green"),
                    of(CONVERTED, "已转化", "Converted").color("purple"),
                    of(INVALID, "无效", "Invalid").color("gray"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("new")));
    public final Field<String> invalidReason = choice(
                    "invalidReason",
                    of("unreachable", "联系不上", "Unreachable"),
                    of("noNeed", "没有需求", "No need"),
                    of("notOurs", "不是目标客户", "Not for us"),
                    of("wrongData", "信息有误", "Wrong data"),
                    of("duplicate", "重复线索", "Duplicate"),
                    of("spam", "垃圾信息", "Spam"),
                    of("other", "其他", "Other"))
            .label("无效原因", "Why invalid");
    public final Field<String> heat = choice(
                    "heat",
                    of("hot", "热", "Hot").color("red"),
                    of("warm", "温", "Warm").color("orange"),
                    of("cold", "冷", "Cold").color("blue"))
            .label("热度", "Heat")
            .alsoCalled("线索热度", "意向度", "rating")
            .indexed()
            .listed()
            .headline();
    public final Field<String> industry = treeChoice("industry", Industries.ALL)
            .label("行业", "Industry")
            .alsoCalled("所属行业", "sector")
            .indexed();
    public final Field<String> source = choice("source", AcquisitionSources.all())
            .label("来源", "Source")
            .indexed()
            .listed()
            .headline();
    public final Field<String> need =
            longText("need").label("需求", "What they need").alsoCalled("需求描述", "咨询内容");

    {
        section("联系方式", "Reaching them");
    }

    public final Field<String> phone = phone("phone")
            .label("手机", "Mobile")
            .alsoCalled("电话", "手机号", "手机号码", "联系电话", "mobile", "tel")
            .searched()
            .indexed()
            .listed()
            .headline()
            .identifying();
    public final Field<String> landline =
            phone("landline").label("座机", "Landline").searched();
    public final Field<String> email = email("email")
            .label("邮箱", "E-mail")
            .alsoCalled("电子邮件", "mail")
            .searched()
            .indexed()
            .listed()
            .identifying();
    public final Field<String> wechat = text("wechat", 60).label("微信", "WeChat").searched();
    public final Field<String> website = url("website").label("网址", "Website");
    public final Field<String> region = region("region")
            .label("所在区域", "Region")
            .alsoCalled("省份", "城市", "地区")
            .indexed()
            .listed();
    public final Field<Address> address = address("address").label("地址", "Address");

    {
        section("渠道", "Channel");
    }

    public final Field<String> utmSource = text("utmSource", 100).label("UTM 来源", "UTM source");
    public final Field<String> utmMedium = text("utmMedium", 100).label("UTM 媒介", "UTM medium");
    public final Field<String> utmCampaign = text("utmCampaign", 100).label("UTM 活动", "UTM campaign");

    {
        section("转化", "Conversion");
    }

    public final Field<Instant> convertedAt =
            dateTime("convertedAt").label("转化时间", "Converted at").derived().indexed();
    public final Field<Long> convertedCustomer = reference("convertedCustomer", "customer")
            .label("转化为客户", "Became the customer")
            .derived()
            .indexed();
    public final Field<Long> convertedContact = reference("convertedContact", "contact")
            .label("转化为联系人", "Became the contact")
            .derived()
            .indexed();
    public final Field<Long> convertedOpportunity = reference("convertedOpportunity", "opportunity")
            .label("转化为商机", "Became the opportunity")
            .derived()
            .indexed();

    {
        section("备注", "Remarks");
    }

    public final Field<String> remarks =
            longText("remarks").label("备注", "Remarks").alsoCalled("说明", "notes");

    {
        with(
                new Owned(),
                new Pooled(),
                new Captured(status, Set.of(CONVERTED, INVALID)),
                new Followed(),
                new Tasked(),
                new Scheduled(),
                new Routed(status, Set.of(CONVERTED, INVALID)),
                new Scored(heat),
                new Predicted(
                        status,
                        Set.of(CONVERTED),
                        Set.of(INVALID),
                        convertedAt,
                        new Label("预测转化率", "Predicted conversion"),
                        Set.of("invalidReason", "heat")),
                new Tagged(),
                new Attached(),
                new Shared(),
                new Staged(status, MOVES));
    }

    Lead() {
        super("lead", "线索", "Lead", "Leads");
        application("sales", "lead");
    }
}
