/**
 * Figures of records by whatever they are grouped by: a question, what it means for one reader, its levels from single
 * groups to the total, and how they are shown. Always under the reader's rights.
 */
@ApplicationModule
package hengke.kernel.report;

import org.springframework.modulith.ApplicationModule;
