package hengke.web.approvals;

import hengke.capability.approval.Approvals;
import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.web.approvals.ApprovalJson.FileJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The files that were said with what was done. */
@Component
class FilesOfActions {
    private final StoredFiles files;

    FilesOfActions(StoredFiles files) {
        this.files = files;
    }

    Map<Long, FileJson> of(List<Approvals.Done> actions) {
        List<Long> ids = actions.stream().flatMap(done -> done.files().stream()).toList();
        return ids.isEmpty()
                ? Map.of()
                : files.find(ids).stream()
                        .collect(Collectors.toMap(
                                StoredFile::id,
                                file -> new FileJson(file.id(), file.name(), file.size(), file.type()),
                                (one, _) -> one));
    }
}
