/**
 * Conversations that outlive their session: what is said is written to a
 * {@link io.realtime4j.store.ConversationStore}; it is read back, gone on with, and
 * deleted. {@link io.realtime4j.store.RecordedSession},
 * {@link io.realtime4j.store.ConversationRecording} and
 * {@link io.realtime4j.store.Continuation} are for what records sessions of other
 * families; applications do not use those.
 */
@NullMarked
package io.realtime4j.store;

import org.jspecify.annotations.NullMarked;
