package hengke.web.reference;

import hengke.kernel.metadata.type.Regions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The tree of 省/市/区 for pickers. */
@RestController
final class RegionsController {
    private static final ArrayNode TREE = tree();
    private static final String TAG = "\"" + Integer.toHexString(TREE.toString().hashCode()) + "\"";

    @GetMapping("/api/reference/regions")
    ResponseEntity<ArrayNode> regions(WebRequest request) {
        if (request.checkNotModified(TAG)) {
            return ResponseEntity.status(304).eTag(TAG).build();
        }
        return ResponseEntity.ok()
                .eTag(TAG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(TREE);
    }

    private static ArrayNode tree() {
        JsonMapper json = JsonMapper.shared();
        ArrayNode roots = json.createArrayNode();
        Map<String, ArrayNode> children = new LinkedHashMap<>();
        for (String code : Regions.codes()) {
            ArrayNode list = Regions.parent(code).map(children::get).orElse(roots);
            ArrayNode node = list.addArray().add(code).add(Regions.name(code).orElse(code));
            if (code.length() < 6) {
                children.put(code, node.addArray());
            }
        }
        return roots;
    }
}
