package hengke.kernel.transfer.exporting;

import hengke.kernel.problem.Language;
import hengke.kernel.transfer.exporting.ExportJob.Encoding;
import hengke.kernel.transfer.exporting.ExportJob.Format;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants to take out, and how.
 *
 * @param source the name of an {@link ExportSource}
 * @param asked what of it, in the source's own words
 * @param language of titles and choices
 */
public record Wish(String source, ObjectNode asked, Format format, Encoding encoding, Language language) {}
