/**
 * Conversations of live sessions that outlive their session, in the store of all
 * sessions; they are recorded and gone on with. {@link io.realtime4j.live.store.OpenWork}
 * is for what does the work of live sessions; applications do not use that one.
 */
@NullMarked
package io.realtime4j.live.store;

import org.jspecify.annotations.NullMarked;
