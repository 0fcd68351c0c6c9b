/**
 * Conversations of live sessions that outlive their session, in the store of all
 * sessions; they are recorded and gone on with. {@link io.realtime4j.live.store.OpenWork}
 * and {@link io.realtime4j.live.store.RepeatedWork} are for what does the work of live
 * sessions; applications do not use those.
 */
@NullMarked
package io.realtime4j.live.store;

import org.jspecify.annotations.NullMarked;
