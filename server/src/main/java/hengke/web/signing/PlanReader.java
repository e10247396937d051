package hengke.web.signing;

import hengke.capability.signing.CodeWay;
import hengke.capability.signing.Plan;
import hengke.capability.signing.SigningTimes;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.signing.Mark;
import hengke.web.Body;
import java.math.BigDecimal;
import java.util.List;

/** Reads who is to sign a paper, and where. */
final class PlanReader {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final TextualType EMAIL = new TextualType(TextualType.Form.EMAIL, 254);
    private static final TextualType PHONE = new TextualType(TextualType.Form.PHONE, 40);
    private static final TextualType MESSAGE = new TextualType(TextualType.Form.LONG_TEXT, 500);
    private static final ChoiceType CODE_BY =
            new ChoiceType(List.of(Option.of("mail", "邮箱", "E-mail"), Option.of("sms", "短信", "Text message")));
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final IntegerType PAGE = new IntegerType(1, 10_000);
    private static final DecimalType POINTS =
            new DecimalType(DecimalType.Form.DECIMAL, 3, BigDecimal.ZERO, new BigDecimal("20000"));

    /** Room for a signature by hand, in millimetres. */
    private static final double WIDE = 45;

    private static final double HIGH = 18;

    private PlanReader() {}

    static Plan plan(Body body) {
        List<Plan.Signer> signers =
                body.each("signers").stream().map(PlanReader::signer).toList();
        int days = body.required("days", new IntegerType(1, SigningTimes.MOST_DAYS))
                .orElse(1L)
                .intValue();
        String message = body.optional("message", MESSAGE).orElse("");
        body.done();
        return new Plan(signers, days, message);
    }

    private static Plan.Signer signer(Body body) {
        Mark mark = Mark.of(
                body.required("page", PAGE).orElse(1L).intValue(),
                body.required("x", POINTS).orElse(BigDecimal.ZERO).doubleValue(),
                body.required("y", POINTS).orElse(BigDecimal.ZERO).doubleValue(),
                WIDE,
                HIGH);
        Plan.Signer signer = new Plan.Signer(
                body.optional("name", NAME).orElse(null),
                body.optional("email", EMAIL).orElse(null),
                body.optional("phone", PHONE).orElse(null),
                body.optional("codeBy", CODE_BY).map(CodeWay::of).orElse(CodeWay.MAIL),
                body.optional("person", ID).orElse(null),
                body.optional("seal", ID).orElse(null),
                body.optional("edge", new BooleanType()).orElse(false),
                mark);
        body.refuseUnasked();
        return signer;
    }
}
