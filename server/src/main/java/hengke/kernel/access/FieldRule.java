package hengke.kernel.access;

/** What a role says about one field of one object. */
public record FieldRule(String object, String field, FieldRight right) {

    boolean on(String objectName, String fieldName) {
        return object.equals(objectName) && field.equals(fieldName);
    }
}
