package hengke.capability.approval;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.ChoiceType;
import java.util.List;

/** The record can be approved, and tells how far that is. */
public record Approved() implements Capability {
    static final String PENDING = "pending";
    static final String RETURNED = "returned";
    static final String APPROVED = "approved";
    static final String REJECTED = "rejected";
    static final String WITHDRAWN = "withdrawn";
    static final String TERMINATED = "terminated";
    /** It was approved, and that was taken back. */
    static final String REVOKED = "revoked";
    /** It was approved and has been changed since. */
    static final String OUTDATED = "outdated";

    public static final Field<String> APPROVAL = Field.of(
                    "approval",
                    new ChoiceType(List.of(
                            of(PENDING, "审批中", "Awaiting approval").color("blue"),
                            of(RETURNED, "已退回", "Returned").color("orange"),
                            of(APPROVED, "已通过", "Approved").color("green"),
                            of(REJECTED, "已拒绝", "Refused").color("red"),
                            of(WITHDRAWN, "已撤回", "Withdrawn").color("gray"),
                            of(TERMINATED, "已终止", "Stopped").color("gray"),
                            of(REVOKED, "已撤销", "Approval taken back").color("gray"),
                            of(OUTDATED, "通过后已修改", "Changed since approved").color("orange"))),
                    "审批状态",
                    "Approval")
            .derived()
            .indexed()
            .headline();

    /** Was it approved once, whatever was changed since? */
    public static boolean passed(Row row) {
        String state = row.get(APPROVAL);
        return APPROVED.equals(state) || OUTDATED.equals(state);
    }

    @Override
    public String name() {
        return "approved";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(APPROVAL);
    }
}
