/**
 * Auto-configuration of the store of conversations.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.store;

import org.jspecify.annotations.NullMarked;
