package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;

/**
 * Says at the start which properties of the bridge do nothing, or let in more than they
 * seem to.
 */
final class BridgeAdvice implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(BridgeAdvice.class);

	private static final String PREFIX = "realtime.bridge.";

	private static final String ENABLED = PREFIX + "enabled";

	private static final String RELAY = PREFIX + "mode=relay";

	private static final String DEVELOPER = PREFIX + "page.developer";

	private static final List<String> OF_VOICE = List.of(PREFIX + "approvals", PREFIX + "tool-data",
			PREFIX + "resume-grace", PREFIX + "max-text-size", PREFIX + "commands-per-second", PREFIX + "page.models",
			PREFIX + "page.voices", DEVELOPER);

	private final ApplicationContext context;

	private final Binder binder;

	BridgeAdvice(ApplicationContext context) {
		this.context = context;
		this.binder = Binder.get(context.getEnvironment());
	}

	@Override
	public void afterSingletonsInstantiated() {
		adviseOnParts();
		if (!is(ENABLED)) {
			return;
		}
		if (!this.context.containsBean(RealtimeBridgeAutoConfiguration.HANDLER_MAPPING)) {
			logger.warn("'" + ENABLED + "' does nothing here: the bridge needs a servlet application, which"
					+ " spring-boot-starter-webmvc brings, and spring-websocket, which realtime-spring-boot-starter"
					+ " brings; it does not run on WebFlux");
			return;
		}
		adviseOnMode();
		adviseOnOrigins();
		adviseOnDevelopers();
		adviseOnWords();
	}

	private void adviseOnParts() {
		for (String part : List.of("client-secret", "calls")) {
			String property = PREFIX + part + ".enabled";
			if (is(property) && !is(ENABLED)) {
				logger.warn("'" + property + "' has no effect without '" + ENABLED + "'");
			}
		}
		String lifetime = PREFIX + "client-secret.lifetime";
		if (isSet(lifetime) && !is(PREFIX + "client-secret.enabled")) {
			logger.warn("'" + lifetime + "' has no effect without '" + PREFIX + "client-secret.enabled'");
		}
	}

	private boolean isRelay() {
		return this.binder.bind(PREFIX + "mode", BridgeProperties.Mode.class)
			.map(BridgeProperties.Mode.RELAY::equals)
			.orElse(false);
	}

	private void adviseOnMode() {
		if (isRelay()) {
			OF_VOICE.stream()
				.filter(this::isSet)
				.forEach((property) -> logger.warn("'" + property + "' has no effect with '" + RELAY + "'"));
		}
		else if (this.binder.bind(PREFIX + "relay", Bindable.mapOf(String.class, Object.class)).isBound()) {
			logger.warn("'" + PREFIX + "relay' has no effect without '" + RELAY + "'");
		}
	}

	private void adviseOnOrigins() {
		List<String> origins = this.binder.bind(BridgeAccessMapper.ORIGINS, Bindable.listOf(String.class))
			.orElse(List.of());
		Map<String, String> whom = Map.of("*", "any page on the web", "null",
				"any page that hides its origin, as all pages can");
		origins.stream()
			.filter(whom::containsKey)
			.forEach((origin) -> logger.warn("'" + BridgeAccessMapper.ORIGINS + "' holds '" + origin + "': "
					+ whom.get(origin) + " may use the bridge as the user who is looking at it"));
	}

	private void adviseOnDevelopers() {
		InetAddress address = this.binder.bind("server.address", InetAddress.class).orElse(null);
		if (is(DEVELOPER) && (address == null || !address.isLoopbackAddress())) {
			logger.warn("'" + DEVELOPER + "' shows pages their instructions, their tools and all data of them, and the"
					+ " server is not bound to 127.0.0.1: it is for development only");
		}
	}

	// Not wrong, but a caption that stays empty looks as if it were
	private void adviseOnWords() {
		SessionSpec spec = this.context.getBeanProvider(SessionSpec.class).getIfUnique();
		boolean live = this.binder.bind(PREFIX + "family", SessionFamily.class)
			.map(SessionFamily.LIVE::equals)
			.orElse(false);
		if (!live && !isRelay() && spec != null && spec.settings() instanceof RealtimeSessionSettings settings
				&& !isTranscribed(settings.audio())) {
			logger.info("Pages show what the user says only if it is transcribed:"
					+ " 'realtime.session.audio.input.transcription.model' is not set");
		}
	}

	private static boolean isTranscribed(@Nullable SessionAudio audio) {
		return audio != null && audio.input() != null && audio.input().transcription() != null;
	}

	private boolean is(String property) {
		return this.binder.bind(property, Boolean.class).orElse(false);
	}

	private boolean isSet(String property) {
		return this.binder.bind(property, String.class).isBound();
	}

}
