package hengke.kernel.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/** A subscriber that writes down what it heard, and refuses what it is told to refuse. */
final class Recorder implements Subscriber<Recorder.Note> {
    static final EventKind<Note> NOTED = new EventKind<>("note.taken", Note.class);

    record Note(String text) {}

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile Predicate<String> refused = _ -> false;

    static Event<Note> note(String text) {
        return Event.of(NOTED, new Note(text));
    }

    static Event<Note> note(String text, long record) {
        return new Event<>(NOTED, "thing", record, null, new Note(text));
    }

    @Override
    public String name() {
        return "recorder";
    }

    @Override
    public Set<EventKind<? extends Note>> kinds() {
        return Set.of(NOTED);
    }

    @Override
    public void handle(List<Delivery<? extends Note>> deliveries, DSLContext transaction) {
        var texts = deliveries.stream().map(each -> each.payload().text()).toList();
        if (texts.stream().anyMatch(refused)) {
            throw new IllegalStateException("refused");
        }
        heard.addAll(texts);
    }

    void refuse(Predicate<String> texts) {
        refused = texts;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }
}
