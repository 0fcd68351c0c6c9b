package io.realtime4j.spring.phone.recording;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCaller;

/**
 * Strategy that decides which calls are recorded, and where recordings are kept. Whether
 * callers have to be asked or told before is up to the law of their place and yours.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CallRecordingStore {

	/**
	 * Return whether a call is recorded. Called before its session begins; must not
	 * block.
	 * @param caller who calls
	 * @return whether it is; by default every call is
	 */
	default boolean isRecorded(PhoneCaller caller) {
		return true;
	}

	/**
	 * Keep the recording of a call that is over. Called by a thread for listeners, and
	 * may block.
	 * @param call the call
	 * @param file the recording: a WAV file of 16-bit PCM with two channels at the sample
	 * rate of the line. It is deleted when this method returns, unless it was moved
	 * @return where the recording is kept
	 * @throws IOException if it cannot be kept
	 */
	URI keep(PhoneCall call, Path file) throws IOException;

}
