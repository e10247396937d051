package hengke.capability.sending;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.Printed;
import hengke.kernel.records.Happenings;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of papers that were sent, as others hear of it. */
@Component
final class PaperHappenings implements Happenings {
    static final String OPENED = "paper.opened";

    @Override
    public List<Happening> all() {
        return List.of(new Happening(OPENED, new Label("发出的文件首次被打开", "A paper that was sent is opened first")));
    }

    @Override
    public boolean concern(ObjectDefinition object) {
        return object.has(Printed.class);
    }
}
