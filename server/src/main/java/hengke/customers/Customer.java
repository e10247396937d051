package hengke.customers;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Followed;
import hengke.capability.appointment.Scheduled;
import hengke.capability.attachment.Attached;
import hengke.capability.lifecycle.LifeCycle;
import hengke.capability.owner.Owned;
import hengke.capability.pool.Pooled;
import hengke.capability.portrait.Portrayed;
import hengke.capability.region.Regional;
import hengke.capability.relation.Tree;
import hengke.capability.retention.Retained;
import hengke.capability.score.Scored;
import hengke.capability.share.Shared;
import hengke.capability.stage.Staged;
import hengke.capability.tag.Tagged;
import hengke.capability.task.Tasked;
import hengke.capability.worth.Valued;
import hengke.expenses.Spent;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.Money;
import hengke.receivables.Debtor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** A company or person we sell to. */
@Component
public final class Customer extends BusinessObject {
    /** The type of a customer who is no company. */
    public static final String PERSON = "person";

    /** Who was won or worked on is not written off without a reason. */
    private static final Transitions MOVES =
            new Transitions(false, List.of(new Move(Transitions.ANY, "lost", Set.of(), List.of("lostReason"))));

    {
        section("基本信息", "Basics");
    }

    public final Field<String> fullName = text("name")
            .label("客户名称", "Name")
            .alsoCalled("名称", "客户", "公司", "公司名称", "企业名称", "单位名称", "account", "company", "account name")
            .required()
            .unique()
            .title()
            .searched()
            .listed()
            .identifying();
    public final Field<String> code = autoNumber("code", "C{yyyyMM}{0000}")
            .label("客户编号", "Code")
            .help("留空则自动编号", "Numbered automatically when left empty")
            .unique()
            .searched()
            .listed();
    public final Field<String> type = choice(
                    "type",
                    of("enterprise", "企业", "Company"),
                    of(PERSON, "个人", "Person"),
                    of("dealer", "经销商", "Dealer"),
                    of("supplier", "供应商", "Supplier"))
            .label("客户类型", "Type")
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("enterprise")));
    public final Field<String> level = choice(
                    "level",
                    of("A", "A 级", "A").color("red"),
                    of("B", "B 级", "B").color("orange"),
                    of("C", "C 级", "C").color("blue"),
                    of("D", "D 级", "D").color("gray"))
            .label("等级", "Level")
            .indexed()
            .listed()
            .headline();
    public final Field<List<String>> businessAttributes = multiChoice(
                    "businessAttributes",
                    of("key", "重点", "Key").color("red"),
                    of("strategic", "战略", "Strategic").color("purple"),
                    of("critical", "关键", "Critical").color("gold"))
            .label("业务属性", "Business attributes")
            .alsoCalled("客户属性", "重点客户", "战略客户", "关键客户")
            .listed();
    public final Field<String> status = choice(
                    "status",
                    of("new", "新增", "New").color("blue"),
                    of("following", "跟进中", "Following").color("cyan"),
                    of("won", "成交", "Won").color("green"),
                    of("paused", "暂停", "Paused").color("orange"),
                    of("lost", "流失", "Lost").color("gray"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("new")));
    public final Field<String> lostReason = choice(
                    "lostReason",
                    of("price", "价格", "Price"),
                    of("product", "产品不满足", "Product does not fit"),
                    of("service", "服务不满意", "Service"),
                    of("competitor", "转向竞争对手", "Went to a competitor"),
                    of("noDemand", "需求取消", "No demand any more"),
                    of("closed", "停业或注销", "Out of business"),
                    of("unreachable", "失去联系", "Unreachable"),
                    of("other", "其他", "Other"))
            .label("流失原因", "Reason of loss");
    public final Field<String> industry = treeChoice("industry", Industries.ALL)
            .label("行业", "Industry")
            .alsoCalled("所属行业", "sector")
            .indexed()
            .listed();
    public final Field<String> source =
            choice("source", AcquisitionSources.all()).label("来源", "Source");
    public final Field<Long> parent = reference("parent", "customer")
            .label("上级单位", "Parent company")
            .alsoCalled("母公司", "总公司", "subsidiary of", "parent")
            .indexed();
    public final Field<String> parentKind = choice(
                    "parentKind",
                    of("subsidiary", "子公司", "Subsidiary").color("blue"),
                    of("branch", "分公司", "Branch").color("cyan"),
                    of("office", "办事处", "Office").color("geekblue"),
                    of("affiliate", "关联企业", "Affiliate").color("magenta"))
            .label("隶属形式", "Is to its parent")
            .help("对上级单位而言是什么", "What it is to its parent company")
            .alsoCalled("隶属关系", "与上级的关系");

    {
        section("联系方式", "Reaching them");
    }

    public final Field<String> phone = phone("phone")
            .label("电话", "Phone")
            .alsoCalled("联系电话", "公司电话", "手机", "手机号", "手机号码", "移动电话", "mobile", "tel", "telephone")
            .searched()
            .listed()
            .headline()
            .identifying();
    public final Field<String> website = url("website").label("网址", "Website").alsoCalled("官网", "网站", "公司网址", "url");
    public final Field<String> country = choice("country", Countries.all())
            .label("国家/地区", "Country or region")
            .alsoCalled("国家", "所在国家", "country", "office location")
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(Countries.CHINA)));
    public final Field<String> region = region("region")
            .label("所在区域", "Region")
            .alsoCalled("省份", "省", "城市", "市", "区县", "区", "县", "地区", "所在地", "province", "city", "district", "location")
            .indexed()
            .listed();
    public final Field<Address> address = address("address").label("地址", "Address");

    {
        section("工商与规模", "Registration and size");
    }

    public final Field<String> creditCode = text("creditCode", 18)
            .label("统一社会信用代码", "Unified social credit code")
            .alsoCalled("信用代码", "税号", "纳税人识别号", "社会信用代码")
            .searched()
            .indexed()
            .identifying();
    public final Field<Long> employees =
            integer("employees", 0, 10_000_000).label("员工人数", "Employees").alsoCalled("人数", "员工数", "公司规模", "headcount");
    public final Field<Money> revenue = money("revenue")
            .label("年营业额", "Annual revenue")
            .alsoCalled("营业额", "年营收", "营收", "合同金额", "金额", "revenue", "amount");

    public final Field<Long> contacts =
            count("contactCount", "contact", "customer").label("联系人数", "Number of contacts");

    {
        section("备注", "Remarks");
    }

    public final Field<String> remarks =
            longText("remarks").label("备注", "Remarks").alsoCalled("说明", "描述", "notes");

    {
        with(
                new Owned(),
                new Pooled(),
                new Followed(),
                new Tasked(),
                new Scheduled(),
                new Tagged(),
                new Attached(),
                new Shared(),
                new Portrayed(),
                new Staged(status, MOVES),
                new Scored(level),
                new Valued(),
                new Retained(),
                new Debtor(),
                new Spent(Spent.CUSTOMER),
                new LifeCycle(status, "won", "lost"),
                new Regional(region),
                new Tree(parent, parentKind, new Label("下级单位", "Company below")));
    }

    Customer() {
        super("customer", "客户", "Customer", "Customers");
        application("customers", "customer");
    }
}
