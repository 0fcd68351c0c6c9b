package io.realtime4j.spring.credential;

import java.time.Duration;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Internal provider of tokens of Microsoft Entra. The credential of Azure keeps a token
 * as long as it is good, and knows when another one is needed.
 *
 * @since 0.1.0
 */
public final class EntraCredentials implements CredentialProvider {

	private final TokenCredential credential;

	private final String scope;

	private final Duration timeout;

	/**
	 * Create a provider.
	 * @param credential gives tokens
	 * @param scope what the tokens are for
	 * @param timeout how long one may take
	 */
	public EntraCredentials(TokenCredential credential, String scope, Duration timeout) {
		this.credential = credential;
		this.scope = scope;
		this.timeout = timeout;
	}

	@Override
	public @Nullable Credential credential(CredentialRequest request) {
		AccessToken token = this.credential.getToken(new TokenRequestContext().addScopes(this.scope))
			.block(this.timeout);
		if (token == null) {
			throw new IllegalStateException("Microsoft Entra gave no token for the scope " + this.scope);
		}
		return Credential.bearerToken(token.getToken());
	}

}
