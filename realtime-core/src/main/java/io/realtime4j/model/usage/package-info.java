/**
 * Tokens that a response cost, and the limits of the account.
 */
@NullMarked
package io.realtime4j.model.usage;

import org.jspecify.annotations.NullMarked;
