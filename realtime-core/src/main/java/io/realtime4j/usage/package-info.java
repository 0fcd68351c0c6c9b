/**
 * Usage of the service by sessions, its cost, and budgets that end a session, of its own
 * and of the tenant who pays for it. {@link io.realtime4j.usage.UsageAccount} is for what
 * measures sessions of other families; applications do not use that one.
 */
@NullMarked
package io.realtime4j.usage;

import org.jspecify.annotations.NullMarked;
