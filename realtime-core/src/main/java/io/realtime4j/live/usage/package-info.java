/**
 * Use, cost and budgets of live sessions.
 */
@NullMarked
package io.realtime4j.live.usage;

import org.jspecify.annotations.NullMarked;
