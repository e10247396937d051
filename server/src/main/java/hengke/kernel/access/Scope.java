package hengke.kernel.access;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which records of an object a grant reaches, seen from the person who holds it. */
public sealed interface Scope {
    /** The name on the wire. */
    String wire();

    /** Records I own. */
    record Own() implements Scope {
        @Override
        public String wire() {
            return "own";
        }
    }

    /** My own records and those of everybody who reports to me, directly or not. */
    record Subordinates() implements Scope {
        @Override
        public String wire() {
            return "subordinates";
        }
    }

    /** Records of the members of my departments: the one I belong to and those I head. */
    record MyDepartment() implements Scope {
        @Override
        public String wire() {
            return "department";
        }
    }

    /** Records of the members of my departments and of all departments below them. */
    record MyDepartmentTree() implements Scope {
        @Override
        public String wire() {
            return "departmentTree";
        }
    }

    /** Records of the members of these departments. */
    record Departments(Set<Long> departments) implements Scope {
        public Departments {
            departments = Set.copyOf(departments);
        }

        @Override
        public String wire() {
            return "departments";
        }
    }

    /** Records that lie in one of my regions. */
    record MyRegions() implements Scope {
        @Override
        public String wire() {
            return "region";
        }
    }

    /** Every record. */
    record All() implements Scope {
        @Override
        public String wire() {
            return "all";
        }
    }

    /** Records that match a filter, as it was written. */
    record Matching(JsonNode filter) implements Scope {
        @Override
        public String wire() {
            return "filter";
        }
    }
}
