package io.realtime4j.spring.phone.recording;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEvent;
import org.jspecify.annotations.Nullable;

/**
 * Internal factory of the recordings of calls.
 *
 * @param store decides which calls are recorded, and keeps the recordings
 * @param maxDuration the most that is recorded of a call
 * @param executor writes and keeps the recordings, and nothing else, since it may block
 * for long
 */
public record CallRecordings(CallRecordingStore store, Duration maxDuration, Executor executor) {

	/**
	 * Begin the recording of a call.
	 * @param call the call
	 * @param format the format of its line
	 * @param clock the clock
	 * @param events is told when the recording is ready
	 * @return the recording, or {@code null} if the call is not recorded
	 */
	public @Nullable CallRecording begin(PhoneCall call, AudioFormat format, InstantSource clock,
			Consumer<PhoneCallEvent> events) {
		try {
			if (!this.store.isRecorded(call.caller())) {
				return null;
			}
		}
		catch (Throwable ex) {
			CallRecording failed = new CallRecording(call, format, this, clock, events);
			failed.fail(ex);
			return failed;
		}
		return new CallRecording(call, format, this, clock, events);
	}

}
