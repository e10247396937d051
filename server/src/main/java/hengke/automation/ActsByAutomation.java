package hengke.automation;

import hengke.kernel.metadata.Label;
import hengke.kernel.records.ActsByItself;
import org.springframework.stereotype.Component;

/** What is done by automations, as the log of operations names it. */
@Component
final class ActsByAutomation implements ActsByItself {
    static final Label ACT = new Label("自动化", "Automation");

    @Override
    public Label act() {
        return ACT;
    }
}
