package io.realtime4j.spring.credential;

import org.jspecify.annotations.Nullable;

/**
 * Strategy for credentials that change, such as tokens that expire or keys of tenants. A
 * bean of this type is asked for each connection, also when one that was lost comes back,
 * and for each request to the HTTP endpoints; nothing is kept of its answer. Where there
 * are several, the first one that answers counts, and {@code realtime.api-key} where none
 * does.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CredentialProvider {

	/**
	 * Return the credential for a connection or a request. May block; a connection waits
	 * for it no longer than {@code realtime.open-timeout}.
	 * @param request what it is for
	 * @return the credential, or {@code null} to leave it to others
	 */
	@Nullable Credential credential(CredentialRequest request);

}
