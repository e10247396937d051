package hengke.capability.attachment;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Link;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** A file on a record, in a category of one's choice; the same name again is its next revision. */
@Component
public final class Attachment extends BusinessObject {
    {
        section("附件", "Attachment");
    }

    public final Field<String> fileName =
            text("name", 255).label("名称", "Name").title().searched().listed();
    public final Field<List<Long>> file =
            files("file").label("文件", "File").required().listed();
    public final Field<String> category = text("category", 60)
            .label("类别", "Category")
            .help("营业执照、合同协议、公司简介或自定类别", "Business licence, agreement, company profile, or your own")
            .required()
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("其他")));
    public final Field<Long> revision =
            integer("revision", 1, 1_000_000).label("版本", "Revision").derived().listed();
    public final Field<Link> about =
            link("about", Attached.NAME).label("所属记录", "Record").required().within("attachments", "附件", "Files");
    public final Field<String> remarks = longText("remarks").label("备注", "Remarks");

    Attachment() {
        super("attachment", "附件", "File", "Files");
    }
}
