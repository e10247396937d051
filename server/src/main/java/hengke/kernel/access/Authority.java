package hengke.kernel.access;

import org.jspecify.annotations.Nullable;

/**
 * By whose leave work goes on when the request that asked for it is over: a person's, and where it was asked for
 * through a token, no further than that token and no longer.
 */
public record Authority(long person, @Nullable Long token) {}
