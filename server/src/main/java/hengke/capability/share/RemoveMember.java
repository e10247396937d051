package hengke.capability.share;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.records.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a colleague out of the teams of records; where the colleague is not in it, nothing happens. */
@Component
final class RemoveMember extends TeamCommand {
    RemoveMember(Share share, Access access, LiveCatalog catalog) {
        super(share, access, catalog);
    }

    @Override
    public String name() {
        return "removeMember";
    }

    @Override
    public Label label() {
        return new Label("移除协作人", "Take out of the team");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(MEMBER);
    }

    @Override
    @Nullable
    Draft draft(Row input, Link about, @Nullable Row member) {
        return member == null ? null : Draft.delete(member.id(), null);
    }
}
