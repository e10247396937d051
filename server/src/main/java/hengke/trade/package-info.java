/** Documents with lines that lead from an offer to a delivery: quotes and orders. */
@ApplicationModule
package hengke.trade;

import org.springframework.modulith.ApplicationModule;
