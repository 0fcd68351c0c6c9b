/**
 * Use, cost and budgets of live sessions. {@link io.realtime4j.live.usage.RecordedTime}
 * is for what goes on with stored conversations; applications do not use that one.
 */
@NullMarked
package io.realtime4j.live.usage;

import org.jspecify.annotations.NullMarked;
