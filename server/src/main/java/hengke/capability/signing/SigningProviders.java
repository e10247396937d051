package hengke.capability.signing;

import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All who can lead a paper to its signatures, and whom the company has chosen. */
@Component
public final class SigningProviders {
    private final List<SigningProvider> all;
    private final Settings settings;

    SigningProviders(OwnSigning own, List<SigningService> services, Settings settings) {
        this.all = Stream.concat(Stream.of(own), services.stream()).toList();
        this.settings = settings;
        if (all.stream().map(SigningProvider::name).distinct().count() < all.size()) {
            throw new IllegalStateException("two who lead papers to their signatures have one name");
        }
    }

    /** The choice, where there is one. */
    Optional<Setting<String>> choice() {
        return all.size() < 2 ? Optional.empty() : Optional.of(setting());
    }

    private Setting<String> setting() {
        return Setting.of(
                        "signing.provider",
                        new ChoiceType(all.stream()
                                .map(each -> new Option(each.name(), each.label(), null, null, true))
                                .toList()),
                        OwnSigning.NAME,
                        "签署服务",
                        "Signed by")
                .help(
                        "此后发起的签署由谁完成；已发起的不受影响",
                        "Who leads what is given out from now on; what is out already stays where it is");
    }

    /** Who leads what is given out now; the product itself where the one that was chosen is not there any more. */
    SigningProvider chosen() {
        return choice().map(settings::get).flatMap(this::find).orElse(all.getFirst());
    }

    /** The service that leads what is given out now; empty for the product itself. */
    public Optional<SigningService> chosenService() {
        return chosen() instanceof SigningService service ? Optional.of(service) : Optional.empty();
    }

    /** Who leads a paper. */
    public SigningProvider of(Envelope envelope) {
        return find(envelope.provider())
                .orElseThrow(() -> new Refusal.Conflict("serviceGone", Message.of("signing.serviceGone"), Map.of()));
    }

    /** The service that leads a paper, where one does and is there. */
    public Optional<SigningService> serviceOf(Envelope envelope) {
        return service(envelope.provider());
    }

    Optional<SigningService> service(String name) {
        return find(name)
                .flatMap(found -> found instanceof SigningService service ? Optional.of(service) : Optional.empty());
    }

    private Optional<SigningProvider> find(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
