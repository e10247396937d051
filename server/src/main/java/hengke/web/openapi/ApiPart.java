package hengke.web.openapi;

/** One area of the API; it describes its calls beside the controllers that answer them. */
public interface ApiPart {
    void describe(Description api);
}
