package io.realtime4j.spring.phone.recording;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCaller;

/**
 * Store that keeps the recordings of all calls in a directory, named by the time (UTC) at
 * which the call ended, the carrier and the id of the call. Nothing is ever deleted.
 *
 * @since 0.1.0
 */
public final class DirectoryRecordingStore implements CallRecordingStore {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int LONGEST_ID = 80;

	private static final int MOST_OF_A_NAME = 1000;

	private final Path directory;

	private final InstantSource clock;

	/**
	 * Create a store.
	 * @param directory the directory, which is created if it does not exist
	 * @param clock the clock
	 */
	public DirectoryRecordingStore(Path directory, InstantSource clock) {
		this.directory = directory;
		this.clock = clock;
	}

	@Override
	public URI keep(PhoneCall call, Path file) throws IOException {
		Files.createDirectories(this.directory);
		String name = name(call.caller());
		for (int number = 1; number <= MOST_OF_A_NAME; number++) {
			Path target = this.directory.resolve(name + ((number > 1) ? "-" + number : "") + ".wav");
			try {
				return Files.move(file, target).toUri();
			}
			catch (FileAlreadyExistsException ex) {
				// Ids are the carrier's, who may use one again
			}
		}
		throw new FileAlreadyExistsException(this.directory.resolve(name + ".wav").toString());
	}

	private String name(PhoneCaller caller) {
		String id = caller.callId().replaceAll("[^A-Za-z0-9_-]", "_");
		return TIME.format(this.clock.instant()) + "-" + caller.carrier() + "-"
				+ id.substring(0, Math.min(LONGEST_ID, id.length()));
	}

}
