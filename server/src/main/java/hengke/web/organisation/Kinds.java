package hengke.web.organisation;

import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;

/** How the values of the organisation are read. */
final class Kinds {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);
    static final TextualType LOGIN = new TextualType(TextualType.Form.TEXT, 64);
    static final TextualType PASSWORD = new TextualType(TextualType.Form.TEXT, 1_000);
    static final TextualType EMAIL = new TextualType(TextualType.Form.EMAIL, 254);
    static final TextualType PHONE = new TextualType(TextualType.Form.PHONE, 40);
    static final BooleanType FLAG = new BooleanType();
    static final IdType PERSON = new IdType(new IdType.User());
    static final IdType DEPARTMENT = new IdType(new IdType.Department());
    static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    static final TreeChoiceType REGION = new TreeChoiceType(new TreeChoiceType.Divisions());

    private Kinds() {}
}
