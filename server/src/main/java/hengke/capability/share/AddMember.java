package hengke.capability.share;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.records.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a colleague into the teams of records; who is in one already gets the right and the role that are given. */
@Component
final class AddMember extends TeamCommand {
    AddMember(Share share, Access access, LiveCatalog catalog) {
        super(share, access, catalog);
    }

    @Override
    public String name() {
        return "addMember";
    }

    @Override
    public Label label() {
        return new Label("添加协作人", "Add to the team");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(MEMBER, share().right, share().role);
    }

    @Override
    @Nullable
    Draft draft(Row input, Link about, @Nullable Row member) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(share().right, input.get(share().right));
        if (input.get(share().role) != null) {
            values.put(share().role, input.get(share().role));
        }
        if (member != null) {
            return Draft.update(member.id(), null, values);
        }
        values.put(share().user, input.get(MEMBER));
        values.put(share().about, about);
        return Draft.create(values);
    }
}
