package hengke.web.webhooks;

import hengke.capability.webhook.RecordPayloads;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Pages;
import hengke.web.records.Reading;
import hengke.web.records.RecordJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Records as programs are told of them: the same as the API gives to a person. */
@Component
final class ReadPayloads implements RecordPayloads {
    private final Pages pages;
    private final Access access;
    private final Reading reading;
    private final RecordJson json;

    ReadPayloads(Pages pages, Access access, Reading reading, RecordJson json) {
        this.pages = pages;
        this.access = access;
        this.reading = reading;
        this.json = json;
    }

    @Override
    public Map<Long, ObjectNode> of(Actor reader, ObjectDefinition object, Collection<Long> ids, List<String> only) {
        List<Field<?>> fields = reading.fields(reader, object).stream()
                .filter(field -> only.isEmpty() || only.contains(field.name()))
                .toList();
        List<Row> rows = pages.byIds(object, access.visibility(reader, object, Verb.READ), ids, fields);
        List<ObjectNode> written = json.of(reader, object, rows, fields);
        Map<Long, ObjectNode> payloads = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            payloads.put(rows.get(i).id(), written.get(i));
        }
        return payloads;
    }
}
