package hengke.capability.tag;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import hengke.kernel.records.TagLibrary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** A tag that is used for the first time enters the library. */
@Component
final class LearnTags implements Rule {

    @Override
    public boolean concerns(ObjectDefinition object) {
        return !TagLibrary.fields(object).isEmpty();
    }

    @Override
    public void after(Batch batch) {
        Set<String> names = new TreeSet<>();
        for (Field<?> tags : TagLibrary.fields(batch.object())) {
            for (Edit edit : batch.open()) {
                if (edit.changes(tags) && edit.after().get(tags) instanceof List<?> list) {
                    list.forEach(tag -> names.add(String.valueOf(tag)));
                }
            }
        }
        TagLibrary.learn(
                batch.database(), batch.object(), names, batch.caller().actor().user());
    }
}
