package hengke.kernel.query;

import java.time.LocalDate;

/** From one day until before another, by the company's calendar. */
public record Days(LocalDate from, LocalDate until) {}
