package hengke.web.stream;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.notices.Notices;
import hengke.kernel.records.OperationLog;
import hengke.kernel.transfer.importing.ImportLog;
import hengke.web.imports.ImportJson;
import hengke.web.notices.NoticeJson;
import hengke.web.records.OperationJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells open pages the news of a moment, each only what its person may see, looked at anew. */
@Component
final class Telling {
    /** Beyond this, pages hear of some of the records; they read the whole list again in any case. */
    private static final int MOST_RECORDS = 1_000;

    private final OpenStreams streams;
    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Profile profile;
    private final Notices notices;
    private final NoticeJson noticeJson;
    private final OperationJson operationJson;
    private final ImportJson importJson;

    Telling(
            OpenStreams streams,
            DSLContext database,
            LiveCatalog catalog,
            Access access,
            LiveOrganisation organisation,
            Profile profile,
            Notices notices,
            NoticeJson noticeJson,
            OperationJson operationJson,
            ImportJson importJson) {
        this.streams = streams;
        this.database = database;
        this.catalog = catalog;
        this.access = access;
        this.organisation = organisation;
        this.profile = profile;
        this.notices = notices;
        this.noticeJson = noticeJson;
        this.operationJson = operationJson;
        this.importJson = importJson;
    }

    /** What came several times is told once. */
    void tell(Collection<News> news) {
        Set<Long> people = streams.people();
        Map<String, Set<Long>> changed = new LinkedHashMap<>();
        for (News each : new LinkedHashSet<>(news)) {
            switch (each) {
                case News.Own own -> {
                    if (people.contains(own.person())) {
                        own(own).ifPresent(data -> streams.tell(own.person(), own.channel(), data));
                    }
                }
                case News.Records(String object, Collection<Long> ids) ->
                    changed.computeIfAbsent(object, _ -> new LinkedHashSet<>()).addAll(ids);
                case News.Shared(SharedNews of, long id) -> shared(of, id, people);
                case News.Ended(long person) -> streams.endOver(person);
                case News.Missed _ -> streams.endOver();
            }
        }
        changed.forEach((name, ids) -> catalog.current()
                .find(name)
                .ifPresent(object -> people.forEach(person ->
                        records(person, object, ids.stream().limit(MOST_RECORDS).toList()))));
    }

    private Optional<ObjectNode> own(News.Own own) {
        Actor actor = organisation.get().actor(own.person());
        return switch (own.channel()) {
            case Notices.CHANNEL ->
                notices.find(own.id())
                        .map(notice -> noticeJson.of(actor, List.of(notice)).getFirst());
            case OperationLog.CHANNEL ->
                OperationLog.find(database, own.id())
                        .map(operation -> operationJson.of(operation, profile.language(own.person())));
            case ImportLog.CHANNEL ->
                ImportLog.find(database, own.id()).map(job -> importJson.summary(job, profile.language(own.person())));
            default -> Optional.empty();
        };
    }

    private void shared(SharedNews news, long id, Set<Long> people) {
        ObjectNode data = JsonMapper.shared().createObjectNode().put("id", id);
        news.people(id).stream().filter(people::contains).forEach(person -> streams.tell(person, news.channel(), data));
    }

    /** Records in the recycle bin are among them: whoever saw one hears that it is gone. */
    private void records(long person, ObjectDefinition object, List<Long> ids) {
        Actor actor = organisation.get().actor(person);
        Set<Long> seen = access.reached(database, actor, object, Verb.READ, ids);
        if (!seen.isEmpty()) {
            ObjectNode data = JsonMapper.shared().createObjectNode().put("object", object.name());
            ArrayNode told = data.putArray("ids");
            seen.forEach(told::add);
            streams.tell(person, "records", data);
        }
    }
}
