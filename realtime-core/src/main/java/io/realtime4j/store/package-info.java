/**
 * Conversations that outlive their session: what is said is written to a
 * {@link io.realtime4j.store.ConversationStore}, read back, gone on with, and deleted.
 */
@NullMarked
package io.realtime4j.store;

import org.jspecify.annotations.NullMarked;
