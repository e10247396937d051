package hengke.web.demo;

import hengke.demo.Demo;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.problem.Language;
import hengke.kernel.records.Operation;
import hengke.web.records.OperationJson;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The demo data, for administrators. */
@RestController
@RequestMapping("/api/demo")
final class DemoController {
    private final Demo demo;
    private final Access access;
    private final OperationJson operations;

    DemoController(Demo demo, Access access, OperationJson operations) {
        this.demo = demo;
        this.access = access;
        this.operations = operations;
    }

    @GetMapping
    Demo.State state(Actor actor) {
        access.requireAdministrator(actor);
        return demo.state();
    }

    @PostMapping
    ResponseEntity<ObjectNode> load(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return answer(demo.load(actor), language);
    }

    @DeleteMapping
    ResponseEntity<ObjectNode> remove(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return answer(demo.remove(actor), language);
    }

    private ResponseEntity<ObjectNode> answer(Operation operation, Language language) {
        return ResponseEntity.ok()
                .header(OperationJson.HEADER, Long.toString(operation.id()))
                .body(operations.of(operation, language));
    }
}
