package io.realtime4j.sample.ring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.recording.CallRecordingStore;

import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps the recording of the call where the command line says.
 */
@Component
@Profile("ring")
class RingRecording implements CallRecordingStore {

	private final ApplicationArguments arguments;

	RingRecording(ApplicationArguments arguments) {
		this.arguments = arguments;
	}

	@Override
	public URI keep(PhoneCall call, Path file) throws IOException {
		Path target = RingOptions.of(this.arguments).recording();
		return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING).toUri();
	}

}
