/** Pipelined: a record goes through the stages of one of several pipelines until it is won or lost. */
@ApplicationModule
package hengke.capability.pipeline;

import org.springframework.modulith.ApplicationModule;
