package hengke.capability.signing;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Happenings;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far a paper is with its signatures, as others hear of it. */
@Component
final class SigningHappenings implements Happenings {
    static final String SIGNED = "signing.signed";
    static final String COMPLETED = "signing.completed";
    static final String ENDED = "signing.ended";

    @Override
    public List<Happening> all() {
        return List.of(
                new Happening(SIGNED, new Label("一方签署", "One party has signed")),
                new Happening(COMPLETED, new Label("各方签署完成", "All parties have signed")),
                new Happening(ENDED, new Label("签署未完成即结束", "Signing ended without all signatures")));
    }

    @Override
    public boolean concern(ObjectDefinition object) {
        return object.has(Signed.class);
    }
}
