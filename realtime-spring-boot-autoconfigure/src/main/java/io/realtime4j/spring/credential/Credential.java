package io.realtime4j.spring.credential;

/**
 * Credential for the service: an API key, or a token. It never appears in
 * {@code toString}.
 *
 * @param value the key or the token
 * @param bearer whether it is a token, which is always sent as a bearer token; a key goes
 * into the header that the provider requires
 * @since 0.1.0
 */
public record Credential(String value, boolean bearer) {

	/**
	 * Create a new {@link Credential} instance.
	 */
	public Credential {
		if (value.isEmpty() || !value.chars().allMatch((character) -> character > ' ' && character < 0x7f)) {
			// Not the value: it may be a key all the same
			throw new IllegalArgumentException("The credential is empty, or holds characters that no header can carry");
		}
	}

	/**
	 * Return an API key.
	 * @param key the key
	 * @return the credential
	 */
	public static Credential apiKey(String key) {
		return new Credential(key, false);
	}

	/**
	 * Return a token, such as one of OAuth 2.0.
	 * @param token the token
	 * @return the credential
	 */
	public static Credential bearerToken(String token) {
		return new Credential(token, true);
	}

	@Override
	public String toString() {
		return "Credential[bearer=" + this.bearer + "]";
	}

}
