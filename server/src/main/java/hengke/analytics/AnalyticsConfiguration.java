package hengke.analytics;

import hengke.kernel.metadata.Label;
import hengke.kernel.report.ShippedDashboard;
import hengke.kernel.report.ShippedReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The reports and dashboards that the product brings along, as they stand in a file. */
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {
    private final JsonNode file = read();

    @Bean
    List<ShippedReport> shippedReports() {
        return file.path("reports").values().stream()
                .map(report -> new ShippedReport(
                        report.path("key").stringValue(),
                        label(report.path("name")),
                        label(report.path("folder")),
                        (ObjectNode) report.path("question"),
                        (ObjectNode) report.path("chart")))
                .toList();
    }

    @Bean
    List<ShippedDashboard> shippedDashboards() {
        return file.path("dashboards").values().stream()
                .map(dashboard -> new ShippedDashboard(
                        dashboard.path("key").stringValue(), label(dashboard.path("name")), (ObjectNode)
                                dashboard.path("content")))
                .toList();
    }

    private static Label label(JsonNode both) {
        return new Label(both.get(0).stringValue(), both.get(1).stringValue());
    }

    private static JsonNode read() {
        try (InputStream file =
                Objects.requireNonNull(AnalyticsConfiguration.class.getResourceAsStream("/analytics/reports.json"))) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
