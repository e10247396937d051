package hengke.web.session;

import hengke.kernel.metadata.type.TextualType;

/** How the texts of signing in are read. */
final class Texts {
    static final TextualType LOGIN = new TextualType(TextualType.Form.TEXT, 64);
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);
    static final TextualType PASSWORD = new TextualType(TextualType.Form.TEXT, 1_000);
    static final TextualType TOKEN = new TextualType(TextualType.Form.TEXT, 200);

    /** A login or an e-mail address. */
    static final TextualType ACCOUNT = new TextualType(TextualType.Form.TEXT, 254);

    private Texts() {}
}
