/**
 * Recordings of phone calls, with the caller on the left and the model as it was heard on
 * the right. {@link io.realtime4j.spring.phone.recording.CallRecording} and
 * {@link io.realtime4j.spring.phone.recording.CallRecordings} are for the engine of the
 * calls; applications do not use those.
 */
@NullMarked
package io.realtime4j.spring.phone.recording;

import org.jspecify.annotations.NullMarked;
