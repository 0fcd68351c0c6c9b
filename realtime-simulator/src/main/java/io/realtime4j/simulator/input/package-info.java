/**
 * Audio that arrives from the client, its turns and its transcripts.
 */
@NullMarked
package io.realtime4j.simulator.input;

import org.jspecify.annotations.NullMarked;
