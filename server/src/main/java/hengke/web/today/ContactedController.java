package hengke.web.today;

import hengke.capability.activity.Contacted;
import hengke.capability.activity.Contacted.Outcome;
import hengke.capability.activity.Followed;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.web.records.OperationJson;
import hengke.web.records.Reading;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Done with a contact that was due. */
@RestController
final class ContactedController {
    private final Contacted contacted;
    private final Reading reading;

    ContactedController(Contacted contacted, Reading reading) {
        this.contacted = contacted;
        this.reading = reading;
    }

    @PostMapping("/api/today/contacts/{object}/{id}/done")
    ResponseEntity<Void> done(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestBody Outcome outcome) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        if (!object.has(Followed.class)) {
            throw new Refusal.NotFound();
        }
        Operation operation = contacted.done(caller, object, id, outcome);
        return ResponseEntity.noContent()
                .header(OperationJson.HEADER, Long.toString(operation.id()))
                .build();
    }
}
