/**
 * Auto-configuration of usage, cost and budgets.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.usage;

import org.jspecify.annotations.NullMarked;
