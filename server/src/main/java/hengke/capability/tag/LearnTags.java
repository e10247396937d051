package hengke.capability.tag;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import hengke.kernel.records.TagLibrary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A tag that is used for the first time enters the library. */
@Component
final class LearnTags implements Rule {
    private final TagSettings settings;

    LearnTags(TagSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return !TagLibrary.fields(object).isEmpty();
    }

    /** Where the library is guarded, nobody else brings a new word into it by using it. */
    @Override
    public void before(Batch batch) {
        if (batch.caller().unlimited() || settings.mayAdd(batch.caller().actor())) {
            return;
        }
        Set<String> known = null;
        for (Field<?> tags : TagLibrary.fields(batch.object())) {
            for (Edit edit : batch.open()) {
                if (edit.changes(tags) && edit.after().get(tags) instanceof List<?> list) {
                    Set<String> asked = new TreeSet<>();
                    list.forEach(tag -> asked.add(String.valueOf(tag)));
                    known = known == null ? names(batch) : known;
                    asked.removeAll(known);
                    if (!asked.isEmpty()) {
                        edit.refuse(tags, Message.of("tag.guarded", String.join("、", asked)));
                    }
                }
            }
        }
    }

    private static Set<String> names(Batch batch) {
        return TagLibrary.of(batch.database(), batch.object()).stream()
                .map(TagLibrary.Tag::name)
                .collect(Collectors.toSet());
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
