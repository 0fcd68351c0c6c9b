/**
 * Token usage of responses, and rate limits of the account.
 */
@NullMarked
package io.realtime4j.model.usage;

import org.jspecify.annotations.NullMarked;
