/** Targets and what has been achieved of them over HTTP. */
package hengke.web.targets;
