package hengke.customers;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Followed;
import hengke.capability.appointment.Scheduled;
import hengke.capability.attachment.Attached;
import hengke.capability.birthday.Celebrated;
import hengke.capability.owner.Owned;
import hengke.capability.primary.OnePrimary;
import hengke.capability.relation.Tree;
import hengke.capability.tag.Tagged;
import hengke.capability.task.Tasked;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person at a customer. */
@Component
public final class Contact extends BusinessObject {
    {
        section("基本信息", "Basics");
    }

    public final Field<String> fullName = text("name", 100)
            .label("姓名", "Name")
            .alsoCalled("联系人", "联系人姓名", "contact", "contact name")
            .personName()
            .required()
            .title()
            .searched()
            .listed();
    public final Field<Long> customer = reference("customer", "customer")
            .label("客户", "Customer")
            .required()
            .listed()
            .headline()
            .within("contacts", "联系人", "Contacts");
    public final Field<Boolean> primary =
            flag("primary").label("默认联系人", "Default contact").listed();
    public final Field<String> title = text("title", 100)
            .label("职务", "Job title")
            .alsoCalled("联系人职务", "职位")
            .listed()
            .headline();
    public final Field<String> department = text("department", 100).label("部门", "Department");
    public final Field<String> role = choice(
                    "role",
                    of("decider", "决策人", "Decision maker").color("red"),
                    of("influencer", "影响者", "Influencer").color("orange"),
                    of("user", "使用者", "User").color("blue"),
                    of("finance", "财务", "Finance").color("green"),
                    of("procurement", "采购", "Procurement").color("purple"),
                    of("technical", "技术", "Technical").color("cyan"),
                    of("other", "其他", "Other"))
            .label("角色", "Role")
            .listed();
    public final Field<String> attitude = choice(
                    "attitude",
                    of("supportive", "支持", "Supportive").color("green"),
                    of("neutral", "中立", "Neutral").color("gold"),
                    of("opposed", "反对", "Opposed").color("red"),
                    of("unknown", "未知", "Unknown").color("gray"))
            .label("态度", "Attitude");
    public final Field<String> influence = choice(
                    "influence", of("high", "高", "High"), of("medium", "中", "Medium"), of("low", "低", "Low"))
            .label("影响力", "Influence");
    public final Field<Long> reportsTo = reference("reportsTo", "contact")
            .label("汇报对象", "Reports to")
            .alsoCalled("直属上级", "上级")
            .indexed();
    public final Field<LocalDate> since = date("since").label("到任日期", "In this post since");

    {
        section("联系方式", "Reaching them");
    }

    public final Field<String> phone = phone("phone")
            .label("手机", "Mobile")
            .alsoCalled("手机号", "手机号码", "移动电话", "联系人手机", "mobile", "cellphone")
            .searched()
            .indexed()
            .listed()
            .headline()
            .identifying();
    public final Field<String> phone2 =
            phone("phone2").label("备用手机", "Second mobile").searched();
    public final Field<String> landline =
            phone("landline").label("座机", "Landline").searched();
    public final Field<String> email = email("email")
            .label("邮箱", "E-mail")
            .alsoCalled("联系人邮箱", "电子邮件", "电子邮箱", "mail")
            .searched()
            .indexed()
            .listed()
            .identifying();
    public final Field<String> email2 =
            email("email2").label("备用邮箱", "Second e-mail").searched();
    public final Field<String> wechat = text("wechat", 60).label("微信", "WeChat").searched();
    public final Field<String> preference = choice(
                    "preference",
                    of("phone", "电话", "Phone"),
                    of("wechat", "微信", "WeChat"),
                    of("email", "邮件", "E-mail"),
                    of("visit", "面访", "Visit"))
            .label("沟通偏好", "Prefers");

    {
        section("个人", "Personal");
    }

    public final Field<String> gender = choice("gender", of("male", "男", "Male"), of("female", "女", "Female"))
            .label("性别", "Gender");
    public final Field<List<String>> interests = multiChoice(
                    "interests",
                    of("price", "价格", "Price"),
                    of("quality", "品质", "Quality"),
                    of("service", "服务", "Service"),
                    of("delivery", "交期", "Delivery"),
                    of("technology", "技术", "Technology"),
                    of("brand", "品牌", "Brand"))
            .label("兴趣点", "Interests");
    public final Field<String> remarks = longText("remarks").label("备注", "Remarks");

    {
        with(
                new Owned(),
                new Followed(),
                new Tasked(),
                new Scheduled(),
                new Celebrated(),
                new Tagged(),
                new Attached(),
                new OnePrimary(primary, List.of(customer)),
                new Tree(reportsTo, null, new Label("下属", "Report")));
    }

    Contact() {
        super("contact", "联系人", "Contact", "Contacts");
        application("customers", "contact");
    }
}
