package hengke.customers;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.type.Option;

/** How somebody came to us: the same for customers, leads and opportunities, so that they can be compared. */
public final class AcquisitionSources {
    private AcquisitionSources() {}

    public static Option[] all() {
        return new Option[] {
            of("advertising", "广告", "Advertising"),
            of("website", "官网", "Website"),
            of("channel", "渠道", "Channel"),
            of("event", "会议/展会", "Event"),
            of("referral", "介绍/老客户推荐", "Referral"),
            of("telemarketing", "电销挖掘", "Telemarketing"),
            of("email", "邮件咨询", "E-mail enquiry"),
            of("online", "线上线索", "Online lead"),
            of("other", "其他", "Other")
        };
    }
}
