/**
 * Usage of the service by sessions, its cost, and budgets that end a session.
 */
@NullMarked
package io.realtime4j.usage;

import org.jspecify.annotations.NullMarked;
