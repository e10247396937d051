package hengke.web.openapi;

import hengke.kernel.metadata.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that belong together, under one heading. */
public final class Section {
    private final Label name;
    private final List<Call> calls = new ArrayList<>();
    private @Nullable String schema;

    Section(Label name) {
        this.name = name;
    }

    /** The calls are all about things of this described schema. */
    public void about(String schemaName) {
        schema = schemaName;
    }

    public Call get(String path, String chinese, String english) {
        return call("GET", path, chinese, english);
    }

    public Call post(String path, String chinese, String english) {
        return call("POST", path, chinese, english);
    }

    public Call put(String path, String chinese, String english) {
        return call("PUT", path, chinese, english);
    }

    public Call patch(String path, String chinese, String english) {
        return call("PATCH", path, chinese, english);
    }

    public Call delete(String path, String chinese, String english) {
        return call("DELETE", path, chinese, english);
    }

    private Call call(String method, String path, String chinese, String english) {
        Call call = new Call(method, path, new Label(chinese, english));
        calls.add(call);
        return call;
    }

    Label name() {
        return name;
    }

    @Nullable
    String schema() {
        return schema;
    }

    List<Call> calls() {
        return calls;
    }
}
