package hengke.demo;

import java.util.List;

/** What is said in follow-ups. */
final class Conversations {
    private Conversations() {}

    /** What was done and what came of it. */
    record Talk(String kind, String content, String outcome) {}

    static final List<Talk> FIRST = List.of(
            new Talk("call", "首次电话沟通，介绍了公司和产品，对方表示有兴趣，请先发一份资料。", "已发送资料"),
            new Talk("visit", "上门拜访，参观了生产现场，了解到目前用 Excel 管理客户，信息分散、交接困难。", "确认痛点"),
            new Talk("wechat", "加了微信，发送产品介绍和同行业案例，对方说下周内部讨论。", "等待反馈"),
            new Talk("meeting", "展会现场交流，对报表和移动端最关心，留了名片。", "建立联系"),
            new Talk("email", "按对方要求发送公司资质与产品白皮书。", "已送达"));

    static final List<Talk> LATER = List.of(
            new Talk("call", "电话回访，对方已看过资料，提出三个问题：权限、数据导入、部署方式，逐一答复。", "安排演示"),
            new Talk("meeting", "线上演示 40 分钟，业务和 IT 都参加，IT 关注接口与数据安全。", "演示效果良好"),
            new Talk("visit", "与采购负责人面谈，预算 20 万以内，计划本季度内定下供应商。", "进入采购流程"),
            new Talk("email", "发送正式报价与实施计划，注明有效期 30 天。", "报价已发"),
            new Talk("call", "跟进报价，对方希望再优惠 5%，需要向领导申请。", "商务谈判中"),
            new Talk("wechat", "对方说领导出差，下周回来再定，先保持联系。", "等待决策"),
            new Talk("meeting", "项目启动前沟通会，确认了数据迁移范围和培训时间。", "时间已确认"),
            new Talk("visit", "季度回访，使用情况稳定，对方提出希望增加 10 个账号。", "有增购机会"),
            new Talk("call", "询问使用中的问题，已记录两条建议反馈给产品部。", "客户满意"),
            new Talk("other", "寄送节日礼品并附感谢信。", "关系维护"),
            new Talk("call", "对方暂时没有预算，约定明年初再联系。", "暂缓"),
            new Talk("wechat", "发送新版本功能介绍，对方对自动化流程感兴趣。", "约定下次演示"),
            new Talk("email", "发送会议纪要与下一步计划，双方确认各自的负责人。", "计划已确认"),
            new Talk("email", "回复合同条款的修改意见，付款方式改为三期。", "等待法务确认"),
            new Talk("wechat", "发送培训录像和操作手册，对方转给了使用部门。", "已转发"),
            new Talk("meeting", "月度例会，过了一遍未完成的事项，三项已关闭。", "按计划推进"),
            new Talk("call", "确认到货时间和现场接收人，对方要求提前一天通知。", "已确认到货"),
            new Talk("visit", "带新任项目经理上门认识，交接了联系方式。", "交接完成"));
}
