/**
 * Conversations that a peer holds with the simulator. They are here, because peers speak
 * Jackson 2, which no other module may see.
 */
@NullMarked
package io.realtime4j.benchmarks.conversation;

import org.jspecify.annotations.NullMarked;
