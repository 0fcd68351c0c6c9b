package io.realtime4j.sample.ring;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.sample.CommandLineRun;
import io.realtime4j.sample.ServerInUse;
import io.realtime4j.sample.UsageException;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.carrier.SimulatedPhoneCall;
import io.realtime4j.simulator.carrier.TwilioCarrier;
import io.realtime4j.spring.boot.autoconfigure.twilio.TwilioProperties;
import io.realtime4j.spring.phone.PhoneCallRecorded;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * Rings the desk as Twilio does, with a recorded caller, and keeps both sides of the
 * call. The application ends with the exit code 0 if the call took place, and with 1 and
 * a reason if it did not.
 */
@Component
@Profile("ring")
class RingRun extends CommandLineRun {

	private static final String CALLER = "+14155550123";

	private static final String DESK = "+14155550199";

	private final TwilioProperties line;

	private final Environment environment;

	private final CallReport report;

	private final ServerInUse server;

	private final ObjectProvider<RealtimeSimulator> simulator;

	RingRun(TwilioProperties line, Environment environment, CallReport report, ServerInUse server,
			ObjectProvider<RealtimeSimulator> simulator) {
		this.line = line;
		this.environment = environment;
		this.report = report;
		this.server = server;
		this.simulator = simulator;
	}

	@Override
	protected void execute(ApplicationArguments arguments) throws InterruptedException {
		ring(RingOptions.of(arguments));
	}

	private void ring(RingOptions options) throws InterruptedException {
		System.out.println("Server    " + this.server.name());
		this.simulator.ifAvailable((simulator) -> {
			for (String words : RecordedCaller.WORDS) {
				simulator.nextTranscript(words);
			}
		});
		try (TwilioCarrier twilio = carrier()) {
			SimulatedPhoneCall call = twilio.call(CALLER, DESK);
			if (call.refusal() != null) {
				throw new UsageException("The desk did not take the call: " + call.refusal());
			}
			new RecordedCaller(call, options.patience()).talk();
			call.awaitEnd(options.patience());
			report(call.heardDuration(), recorded(options.patience()), options);
		}
		catch (IOException | IllegalStateException ex) {
			throw new UsageException("The call went wrong: " + ex.getMessage());
		}
	}

	private TwilioCarrier carrier() {
		URI publicUrl = this.line.getPublicUrl();
		String authToken = this.line.getAuthToken();
		Assert.state(publicUrl != null && authToken != null, "The line is not configured");
		String port = this.environment.getRequiredProperty("local.server.port");
		return new TwilioCarrier(URI.create("http://localhost:" + port), publicUrl, authToken);
	}

	private PhoneCallRecorded recorded(Duration patience) throws InterruptedException {
		try {
			return this.report.recorded().get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new UsageException("There was no recording within " + patience.toSeconds() + " seconds");
		}
		catch (ExecutionException ex) {
			throw new UsageException("The recording cannot be written: " + ex.getCause());
		}
	}

	private static void report(Duration heard, PhoneCallRecorded recorded, RingOptions options) {
		System.out.println(String.format(Locale.ROOT, "Heard     %.1f s of the desk", heard.toMillis() / 1000.0));
		System.out.println(String.format(Locale.ROOT, "Written   %s (%.1f s, the caller left, the desk right)",
				options.recording(), recorded.duration().toMillis() / 1000.0));
	}

}
