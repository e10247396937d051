package hengke.kernel.identity;

import hengke.kernel.access.Scope;
import java.util.Set;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A scope as the columns {@code scope}, {@code departments} and {@code filter} of a grant. */
record StoredScope(
        String scope,
        Long @Nullable [] departments,
        @Nullable JSONB filter) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static StoredScope of(Scope scope) {
        return switch (scope) {
            case Scope.Departments(Set<Long> ids) ->
                new StoredScope(scope.wire(), ids.stream().sorted().toArray(Long[]::new), null);
            case Scope.Matching(var filter) ->
                new StoredScope(scope.wire(), null, JSONB.valueOf(JSON.writeValueAsString(filter)));
            case Scope.Own _,
                    Scope.Subordinates _,
                    Scope.MyDepartment _,
                    Scope.MyDepartmentTree _,
                    Scope.MyRegions _,
                    Scope.All _ -> new StoredScope(scope.wire(), null, null);
        };
    }

    static Scope read(Record row) {
        String name = row.get("scope", String.class);
        return switch (name) {
            case "own" -> new Scope.Own();
            case "subordinates" -> new Scope.Subordinates();
            case "department" -> new Scope.MyDepartment();
            case "departmentTree" -> new Scope.MyDepartmentTree();
            case "departments" -> new Scope.Departments(Set.of(row.get("departments", Long[].class)));
            case "region" -> new Scope.MyRegions();
            case "all" -> new Scope.All();
            case "filter" ->
                new Scope.Matching(JSON.readTree(row.get("filter", JSONB.class).data()));
            default -> throw new IllegalStateException("no such scope: " + name);
        };
    }
}
