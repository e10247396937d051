package hengke.robots;

import hengke.capability.webhook.Endpoints;
import hengke.kernel.settings.SecretBox;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The robots of the company; where they are and what they sign with is sealed, since whoever knows that can speak. */
@Component
public final class Robots {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Endpoints endpoints;
    private final SecretBox box;

    Robots(Endpoints endpoints, SecretBox box) {
        this.endpoints = endpoints;
        this.box = box;
    }

    /** @param secret null where messages are not signed */
    record Door(String address, @Nullable String secret) {
        /** As much of the address as may be seen. */
        String seen() {
            String key = address.substring(Math.max(address.lastIndexOf('='), address.lastIndexOf('/')) + 1);
            int shown = Math.min(4, key.length() / 2);
            return URI.create(address).getHost() + " …" + key.substring(key.length() - shown);
        }
    }

    /** All, by name. */
    public List<Robot> all() {
        return endpoints.all(Robot.KIND).stream().map(Robot::of).toList();
    }

    /** One as it is now. */
    public Optional<Robot> find(long id) {
        return endpoints.find(Robot.KIND, id).map(Robot::of);
    }

    Door door(long id) throws SecretBox.Sealed {
        JsonNode opened = box.open(Robot.KIND, endpoints.sealed(id));
        return JSON.treeToValue(opened, Door.class);
    }

    String sealed(Door door) {
        return box.seal(Robot.KIND, JSON.valueToTree(door)).toString();
    }
}
