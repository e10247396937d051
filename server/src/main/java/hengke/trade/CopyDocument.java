package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new draft with the same lines, for the same customer or another one. */
@Component
@Order(12)
final class CopyDocument extends DocumentCommand {
    private final Quote quote;

    CopyDocument(LiveCatalog live, Access access, Quote quote) {
        super(live, access);
        this.quote = quote;
    }

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public Label label() {
        return new Label("复制", "Copy");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Lined.class);
    }

    @Override
    ObjectDefinition target(ObjectDefinition from) {
        return from;
    }

    /** A copy is valid as long as a new one is. */
    @Override
    void complete(Row from, Map<Field<?>, @Nullable Object> values) {
        values.remove(quote.validUntil);
    }
}
