package io.realtime4j.provider;

import java.net.URI;

/**
 * {@link ProviderStrategy} for servers of which nothing is known but that they speak the
 * protocol.
 */
final class CompatibleStrategy implements ProviderStrategy {

	@Override
	public String displayName() {
		return "a compatible server";
	}

	@Override
	public boolean isAt(URI baseUrl) {
		return false;
	}

}
