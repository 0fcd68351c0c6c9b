/**
 * What sessions use of the service, what that costs, and budgets that end it.
 */
@NullMarked
package io.realtime4j.usage;

import org.jspecify.annotations.NullMarked;
